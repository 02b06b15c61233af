// How many QEMU command lines a second are written in a warm process, and whether it grows with the devices alone: a part
// of `npm run bench`, by itself `node e2e/argv-bench.mjs` after `npm run build`.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { print, rate } from './rate.mjs'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib/index.js')
const folder = path.join(root, '../shared/bench')

if (!existsSync(library)) console.log('argv: dist/lib/index.js is not there; `npm run build` makes it.')
else {
  const { lift, readDomainXml, renderArgv, resolve } = await import(library)
  if (existsSync(folder)) {
    const text = readFileSync(path.join(folder, 'desktop.xml'), 'utf8')
    const design = lift(readDomainXml(text).domains[0].domain, {})
    const resolved = resolve(design, {}, 'qemu')
    print(
      'desktop: command line',
      rate(() => renderArgv(resolved)),
      20_000,
    )
  } else console.log('argv: ../shared/bench is not there.')
  for (const devices of [100, 1000, 10_000]) {
    const resolved = resolve(designWith(devices), {}, 'qemu')
    print(`${devices} devices: a device`, devices * rate(() => renderArgv(resolved)), undefined)
  }
}

/** @param {number} count half of them disks, half of them network cards */
function designWith(count) {
  const half = Array.from({ length: count / 2 }, (_, index) => index)
  return {
    name: 'many',
    spec: {
      source: { kind: 'imported', libvirt_name: 'many', disk_path: '/var/vms/many.qcow2' },
      libvirt: {
        devices: {
          disks: half.map((index) => ({
            source: { file: `/var/vms/${index}.qcow2` },
            driver: { type: 'qcow2' },
            target: { dev: `vd${letters(index + 1)}`, bus: 'virtio' },
          })),
          interfaces: half.map(() => ({ type: 'user', model: { type: 'virtio' } })),
        },
      },
    },
  }
}

/**
 * @param {number} index 0 is a, 26 is aa
 * @returns {string}
 */
function letters(index) {
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1)
  return before + String.fromCharCode(97 + (index % 26))
}
