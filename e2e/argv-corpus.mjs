// How near our command lines are to libvirt's: `npm run compare:argv -- FOLDER [PART OF A NAME]`, FOLDER with NAME.xml
// and NAME.ARCH.args. With a part of a name: each difference; without: the figures and what is commonest.
// With --read before FOLDER: what differs when the command lines are read and written again.
import path from 'node:path'
import { runnerImport } from 'vite'

const isReading = process.argv[2] === '--read'
const [folder, pattern] = process.argv.slice(isReading ? 3 : 2)
if (folder === undefined) {
  console.error('usage: npm run compare:argv -- [--read] FOLDER [PART OF A NAME]')
  process.exit(2)
}
const entry = path.join(import.meta.dirname, 'argv-corpus.ts')
/** @type {{ module: typeof import('./argv-corpus.ts') }} */
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' })

const cases = isReading ? module.commandLines(folder, pattern) : module.argvCases(folder, pattern)
const counts = new Map()
let sameDevices = 0
let sameProperties = 0
for (const one of cases) {
  const outcome = 'text' in one ? module.rewriteArgv(one.text) : module.compareArgv(one)
  const { devices, properties, findings, words } = outcome
  const lines = [
    ...devices.missing.map((text) => `- device ${text}`),
    ...devices.extra.map((text) => `+ device ${text}`),
    ...properties.missing.map((text) => `- ${text}`),
    ...properties.extra.map((text) => `+ ${text}`),
  ]
  if (devices.missing.length + devices.extra.length === 0) sameDevices += 1
  if (properties.missing.length + properties.extra.length === 0) sameProperties += 1
  for (const line of new Set(lines)) counts.set(line, [...(counts.get(line) ?? []), one.name])
  if (pattern !== undefined) {
    console.log(`\n== ${one.name}\n${lines.join('\n')}`)
    for (const { code, path: at, message } of findings) console.log(`  ${code} ${at.join('.')}: ${message}`)
    if (cases.length === 1) console.log([words.join('\n'), 'xml' in outcome ? outcome.xml : ''].join('\n'))
  }
}
if (pattern === undefined)
  for (const [line, names] of [...counts].sort(([, one], [, other]) => other.length - one.length))
    console.log(`${names.length}\t${line}\t${names.slice(0, 4).join(' ')}`)
console.log(`same devices: ${sameDevices} of ${cases.length}`)
console.log(`same devices and properties: ${sameProperties} of ${cases.length}`)
