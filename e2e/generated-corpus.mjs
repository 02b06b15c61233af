// What the rules foresee of designs that nobody has seen: `npm run compare:generated -- CORPUS --seed N [--count 1000]
// [--labs 3] [--keep FOLDER]`. Changes one thing in each of many real designs of CORPUS, lets the libvirt and QEMU of the lab
// (e2e/lab/make.sh; for root) judge them, and prints how many refusals that are the design's fault the rules see, and how
// many errors they give for designs that run. With --keep the designs and verdicts stay in FOLDER; `--judged FOLDER` asks
// the rules again about what was judged there.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    count: { type: 'string', default: '1000' },
    labs: { type: 'string', default: '3' },
    keep: { type: 'string' },
    judged: { type: 'string' },
  },
})
const [corpus] = positionals
const seed = Number(values.seed)
const count = Number(values.count)
const labs = Number(values.labs)
if (values.judged === undefined && (corpus === undefined || [seed, count, labs].some(Number.isNaN))) {
  console.error(
    'usage: npm run compare:generated -- CORPUS --seed N [--count N] [--labs N] [--keep FOLDER] | --judged FOLDER',
  )
  process.exit(2)
}

const lab = path.join(process.env['VMWRIGHT_LAB'] ?? '/var/cache/vmwright-lab', 'lab')
/** @template T @param {string} file @returns {Promise<T>} */
const load = async (file) =>
  (await runnerImport(path.join(import.meta.dirname, file), { configFile: false, logLevel: 'error' })).module
/** @type {typeof import('./generated-corpus.ts')} */
const { blame, changed, landed, poolOf, realDesigns, readVerdicts } = await load('generated-corpus.ts')
/** @type {typeof import('./fuzz/random.ts')} */
const { randomFrom } = await load('fuzz/random.ts')
/** @type {typeof import('./rules-corpus.ts')} */
const { findingsOf } = await load('rules-corpus.ts')
/** @type {typeof import('../src/core/rules/index.ts')} */
const { allRules } = await load('../src/core/rules/index.ts')
/** @type {ReadonlySet<string>} */
const atStart = new Set(allRules.flatMap(({ id, atStart: isSo }) => (isSo === true ? [id] : [])))

const folder = values.judged ?? values.keep ?? mkdtempSync('/var/tmp/generated-')
if (values.judged === undefined) {
  const designs = [...realDesigns(corpus ?? '')].flatMap(([name, xml]) => {
    const one = landed(xml)
    return one === undefined ? [] : [{ name, xml: one }]
  })
  const pool = poolOf(designs.map(({ xml }) => xml))
  await judge(
    path.join(folder, 'changed'),
    Array.from({ length: count }, (_, index) => {
      const random = randomFrom(seed, index)
      const base = random.pick(designs)
      return { name: `${index}-${base.name}`, xml: changed(base.xml, pool, random) }
    }),
  )
}

const verdicts = readVerdicts(readFileSync(path.join(folder, 'changed/verdicts.tsv'), 'utf8'))
const figures = { seen: 0, warned: 0, missed: 0, silent: 0, wrong: 0, schema: 0, host: 0 }
for (const { name, stage, message } of verdicts) {
  const xml = readFileSync(path.join(folder, 'changed', `${name}.xml`), 'utf8')
  const findings = findingsOf(xml, undefined)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (stage === 'schema') figures.schema += 1
  else if (stage === 'ok') {
    if (errors.length === 0) figures.silent += 1
    else {
      figures.wrong += 1
      console.log(`${name} runs`)
      for (const { code, message: text } of errors) console.log(`  ${code}: ${text}`)
    }
  } else if (blame(message) === 'host') figures.host += 1
  else if (errors.length > 0) figures.seen += 1
  else if (findings.some(({ code }) => atStart.has(code))) figures.warned += 1
  else {
    figures.missed += 1
    console.log(`${name} is refused (${stage})\n  ${message}`)
  }
}
const { seen, warned, missed, silent, wrong, schema, host } = figures
/** @param {number} part @param {number} whole */
const share = (part, whole) => `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`
const refused = seen + warned + missed
console.log(`refused for what they are, and seen: ${share(seen + warned, refused)}`)
console.log(
  `  by an error: ${share(seen, refused)}; by the warning of what libvirt’s own tests have and QEMU refuses: ${warned}`,
)
console.log(`run, and called an error: ${share(wrong, wrong + silent)}`)
console.log(`not counted: ${host} refused for what the lab lacks, ${schema} that only the schema refuses`)
if (values.judged === undefined && values.keep === undefined) rmSync(folder, { recursive: true })

/** @param {string} place @param {{ name: string, xml: string }[]} all */
async function judge(place, all) {
  mkdirSync(place, { recursive: true })
  for (const { name, xml } of all) writeFileSync(path.join(place, `${name}.xml`), xml)
  const parts = Array.from({ length: labs }, (_, lab) => all.filter((_one, index) => index % labs === lab))
  const rows = await Promise.all(
    parts.map((part, index) => judgeInLab(path.join(place, `lab-${index}`), part)),
  )
  writeFileSync(path.join(place, 'verdicts.tsv'), rows.join(''))
}

/** @param {string} place @param {{ name: string, xml: string }[]} part @returns {Promise<string>} the verdicts */
async function judgeInLab(place, part) {
  mkdirSync(place)
  for (const { name, xml } of part) writeFileSync(path.join(place, `${name}.xml`), xml)
  const script = path.join(import.meta.dirname, 'lab/judge.sh')
  writeFileSync(path.join(place, 'judge.sh'), readFileSync(script))
  const enter = path.join(import.meta.dirname, 'lab/enter-lab.sh')
  const child = spawn(enter, [lab, place, 'root', 'sh', 'judge.sh'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LAB_NETWORK: 'own' },
  })
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(`the lab ended with ${status}`)
  const rows = readFileSync(path.join(place, 'verdicts.tsv'), 'utf8')
  rmSync(place, { recursive: true })
  return rows
}
