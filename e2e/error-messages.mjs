// What `vmwright why` knows of the words with which the lab refused designs: `npm run compare:errors -- FOLDER`, a folder
// that `npm run compare:generated -- CORPUS --seed N --keep FOLDER` left. Prints what is not known, and how many are.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runnerImport } from 'vite'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npm run compare:errors -- FOLDER')
  process.exit(2)
}

/** @template T @param {string} file @returns {Promise<T>} */
const load = async (file) =>
  (await runnerImport(path.join(import.meta.dirname, file), { configFile: false, logLevel: 'error' })).module
/** @type {typeof import('./generated-corpus.ts')} */
const { readVerdicts } = await load('generated-corpus.ts')
/** @type {typeof import('../src/core/index.ts')} */
const { explainError, lift, readDomainXml, checkDesign } = await load('../src/core/index.ts')

const verdicts = readVerdicts(readFileSync(path.join(folder, 'changed/verdicts.tsv'), 'utf8'))
const figures = { all: 0, known: 0, alone: 0, placed: 0, ruled: 0, agreed: 0 }
/** @type {Map<string, string>} */
const unknown = new Map()
for (const { name, stage, message } of verdicts) {
  if (stage === 'ok' || message === 'timed out') continue
  const [read] = readDomainXml(readFileSync(path.join(folder, 'changed', `${name}.xml`), 'utf8')).domains
  const design = read && lift(read.domain, undefined)
  const { answers } = explainError(message, design)
  const codes = answers.map(({ code }) => code)
  figures.all += 1
  if (answers.length > 0) figures.known += 1
  else unknown.set(message, name)
  if (explainError(message).answers.length > 0) figures.alone += 1
  if (answers.some(({ places }) => places.length > 0)) figures.placed += 1
  const errors =
    design === undefined ? [] : checkDesign(design, undefined).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) continue
  figures.ruled += 1
  if (errors.some(({ code }) => codes.includes(code))) figures.agreed += 1
  else if (process.env['SHOW_OTHER'] !== undefined)
    console.log(
      `OTHER ${name}: ${message}\n  says ${codes.join(' ')}, the rules ${errors.map(({ code }) => code).join(' ')}`,
    )
}
for (const [message, name] of unknown) console.log(`${name}: ${message}`)
const { all, known, alone, placed, ruled, agreed } = figures
/** @param {number} part @param {number} whole */
const share = (part, whole) => `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`
console.log(`known: ${share(known, all)}; without the design: ${share(alone, all)}`)
console.log(`with a place in the design: ${share(placed, all)}`)
console.log(`where a rule sees the design’s error, the answer is that rule: ${share(agreed, ruled)}`)
