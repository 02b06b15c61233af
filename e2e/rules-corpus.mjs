// What the rules are worth beside libvirt's own verdicts: `npm run compare:rules -- CORPUS [PART OF A NAME]`, CORPUS with
// the folders verdicts and libvirt-11.3. Prints what libvirt refuses and the rules don't, and the other way round.
import path from 'node:path'
import { runnerImport } from 'vite'

const [corpus, part = ''] = process.argv.slice(2)
if (corpus === undefined) {
  console.error('usage: npm run compare:rules -- CORPUS [PART OF A NAME]')
  process.exit(2)
}
const entry = path.join(import.meta.dirname, 'rules-corpus.ts')
/** @type {{ module: typeof import('./rules-corpus.ts') }} */
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' })

const sets = {
  verdicts: module.verdictCases(path.join(corpus, 'verdicts')),
  'libvirt-11.3': module.libvirtCases(path.join(corpus, 'libvirt-11.3')),
}
const figures = []
for (const [set, all] of Object.entries(sets))
  for (const cause of new Set(all.map((one) => one.cause))) {
    const cases = all.filter((one) => one.cause === cause && one.name.includes(part))
    const { right, wrong } = module.score(cases)
    for (const { name, message, findings } of wrong) {
      console.log(`${set} ${cause} ${name}\n  libvirt: ${message}`)
      for (const { code, severity, message: text } of findings)
        if (severity !== 'advice') console.log(`  ${severity} ${code}: ${text}`)
    }
    figures.push(
      `${set} ${cause}: ${right} of ${cases.length} (${((100 * right) / cases.length).toFixed(1)} %)`,
    )
  }
console.log(figures.join('\n'))
