// How long an import takes by the number of its devices: a part of `npm run bench`, by itself
// `node e2e/import-bench.mjs` after `npm run build`. Milliseconds are those of the processor, so that other work on the
// machine does not count.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib/index.js')
const folder = path.join(root, '../shared/corpus/real')

/** One device of each kind that people have many of. @type {Record<string, (index: number) => string>} */
const kinds = {
  interfaces: (index) => `<interface type='network'><source network='n${index}'/></interface>`,
  disks: (index) =>
    `<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/vm/${index}.qcow2'/><target dev='vd${letters(index)}' bus='virtio'/></disk>`,
  // Each leaves a key out that resolve would add.
  'writable CDs': (index) =>
    `<disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='/vm/${index}.iso'/><target dev='sd${letters(index)}' bus='sata'/></disk>`,
  filesystems: (index) =>
    `<filesystem type='mount'><driver type='virtiofs'/><source dir='/s${index}'/><target dir='t${index}'/></filesystem>`,
  hostdevs: (index) =>
    `<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0' bus='${(index >> 5) & 255}' slot='${index & 31}' function='${index >> 13}'/></source></hostdev>`,
}

/** Milliseconds from XML to the shortest YAML that are the aim, by the number of devices. */
const aims = { 100: 300, 300: 1000, 1000: 2000, 10000: 20_000 }

if (!existsSync(library)) console.log('import: dist/lib/index.js is not there; `npm run build` makes it.')
else {
  const { lift, readDomainXml, writeSpec } = await import(library)
  /** @param {string} text */
  const toYaml = (text) => writeSpec(lift(readDomainXml(text).domains[0].domain, undefined))
  for (const [kind, device] of Object.entries(kinds))
    for (const [count, aim] of Object.entries(aims)) {
      const devices = Array.from({ length: Number(count) }, (_, index) => device(index)).join('')
      const text = `<domain type='kvm'><name>many</name><memory>1048576</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`
      print(
        `import, ${count} ${kind}`,
        least(() => toYaml(text), Number(count) > 1000 ? 1 : 3),
        aim,
      )
    }
  if (existsSync(folder)) {
    const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))
    const longest = texts.toSorted((one, other) => lines(other) - lines(one))[0] ?? ''
    print(
      `import, ${lines(longest)} lines of the corpus`,
      least(() => toYaml(longest), 5),
      100,
    )
  } else console.log('import: ../shared/corpus/real is not there.')
}

/** @param {string} text */
function lines(text) {
  return text.split('\n').length
}

/**
 * @param {() => unknown} work
 * @param {number} rounds
 * @returns {number} milliseconds of the processor, of the best of the rounds
 */
function least(work, rounds) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/**
 * @param {string} what
 * @param {number} milliseconds
 * @param {number} aim
 */
function print(what, milliseconds, aim) {
  const reached = milliseconds < aim ? 'reached' : 'missed'
  console.log(`${what.padEnd(34)}${milliseconds.toFixed(0).padStart(7)} ms  (aim under ${aim}: ${reached})`)
}

/**
 * @param {number} index 0 is a, 26 is aa
 * @returns {string}
 */
function letters(index) {
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1)
  return before + String.fromCharCode(97 + (index % 26))
}
