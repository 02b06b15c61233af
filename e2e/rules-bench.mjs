// How long the rules take: a part of `npm run bench`, by itself `node e2e/rules-bench.mjs` after `npm run build`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rate } from './rate.mjs'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib/index.js')
const folder = path.join(root, '../shared/bench')

if (!existsSync(library)) console.log('rules: dist/lib/index.js is not there; `npm run build` makes it.')
else {
  const { checkDesign, lift, readDomainXml, resolve } = await import(library)
  /** @param {string} name @param {object} design @param {number | undefined} aim milliseconds */
  const measure = (name, design, aim) => {
    const resolved = resolve(design, {})
    /** @param {typeof resolved} copy */
    const checkCopy = (copy) => checkDesign(copy.design, {}, copy)
    // A copy each time: what the rules keep of a design must not count for the next.
    const took = 1000 / rate(() => checkCopy(structuredClone(resolved)))
    const copied = 1000 / rate(() => structuredClone(resolved))
    const rules = took - copied
    const beside = aim === undefined ? '' : `  (aim under ${aim}: ${rules < aim ? 'reached' : 'missed'})`
    console.log(`${`rules, ${name}`.padEnd(34)}${rules.toFixed(2)} ms${beside}`)
  }
  if (existsSync(folder))
    for (const file of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, file), 'utf8')
      measure(file, lift(readDomainXml(text).domains[0].domain, {}), 5)
    }
  else console.log('rules: ../shared/bench is not there.')
  const disks = Array.from({ length: 1000 }, (_, index) => ({
    source: { file: `/var/vms/${index}.qcow2` },
    driver: { type: 'qcow2' },
    target: { dev: `vd${letters(index + 1)}`, bus: 'virtio' },
  }))
  measure('1000 disks', { name: 'many', spec: { libvirt: { devices: { disks } } } }, 50)
}

/**
 * @param {number} index 0 is a, 26 is aa
 * @returns {string}
 */
function letters(index) {
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1)
  return before + String.fromCharCode(97 + (index % 26))
}
