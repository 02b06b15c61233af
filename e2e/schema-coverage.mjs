// How much of libvirt's schema the tables have: `npm run coverage:schema -- PATHS.tsv`, PATHS.tsv with a line for
// each element and attribute path: path, kind, words.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runnerImport } from 'vite'

const file = process.argv[2]
if (file === undefined) {
  console.error('usage: npm run coverage:schema -- PATHS.tsv')
  process.exit(2)
}
const entry = path.join(import.meta.dirname, '../src/core/domain/schema-coverage.ts')
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' })
const coverage = module.schemaCoverage(module.readSchemaPaths(readFileSync(file, 'utf8')))

/** @param {number} part @param {number} whole */
const share = (part, whole) => `${part} of ${whole} paths (${((100 * part) / whole).toFixed(1)} %)`
for (const { path: place, words } of coverage.missingWords) console.log(`word\t${place}\t${words.join('|')}`)
for (const { path: place, reason } of coverage.missing)
  console.log(`missing\t${place}\t${reason ?? 'not in the tables'}`)
console.log(`all: ${share(coverage.covered, coverage.total)}`)
console.log(`kvm and qemu: ${share(coverage.coveredForQemu, coverage.totalForQemu)}`)
