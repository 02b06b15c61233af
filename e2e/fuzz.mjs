// Texts of every kind, changed at random, through every reader and all that is made of what they say:
// `node e2e/fuzz.mjs [--seconds 60] [--cases N] [--seed S] [--from N] [--slowest SECONDS] [--keep-going]`. Nothing may throw, take more than
// a second of the processor, or need more memory than the child has. The same seed makes the same cases, as long as the
// texts that they are made from are the same. A case that fails is printed with its seed, made smaller, and written to
// test-results/.
import { fork } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    slowest: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    'keep-going': { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const first = Number(values.from)
const most = values.cases === undefined ? Number.POSITIVE_INFINITY : Number(values.cases)
const seconds = Number(values.seconds ?? (values.cases === undefined ? 60 : Number.POSITIVE_INFINITY))
if ([seed, first, most, seconds].some(Number.isNaN)) {
  console.error('usage: node e2e/fuzz.mjs [--seconds N] [--cases N] [--seed S] [--from N] [--keep-going]')
  process.exit(2)
}

/** Seconds of the processor that a case may take. */
const limit = Number(values.slowest ?? 1)
/** Seconds of the processor, and of the clock, after which a case counts as one that never comes back. */
const hangs = { busy: 8, clock: 300 }
/** MiB of the child's heap. */
const heap = 1024
/** Attempts and seconds to make a failing text smaller. */
const reducing = { attempts: 400, seconds: 60 }

const root = path.join(import.meta.dirname, '..')
const results = path.join(root, 'test-results')
const bundle = path.join(root, 'node_modules/.cache/fuzz')

// In one file, since code that is loaded module by module runs at half the speed.
await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: path.join(import.meta.dirname, 'fuzz/cases.ts'),
    outDir: bundle,
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'cases.js', codeSplitting: false } },
  },
})

/** @typedef {{ seconds: number, error?: string }} Judged */
/** @typedef {import('./fuzz/cases.ts').Case} Case */

/** A child process that runs cases. */
class Child {
  constructor() {
    this.current = first
    this.since = Date.now()
    this.busyThen = 0
    this.process = fork(path.join(import.meta.dirname, 'fuzz/child.mjs'), [path.join(bundle, 'cases.js')], {
      execArgv: [`--max-old-space-size=${heap}`, '--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.complaint = ''
    this.process.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      this.complaint = (this.complaint + text).slice(-4000)
    })
    const progress = /** @type {import('node:stream').Readable} */ (this.process.stdio[3])
    progress.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      const number = Number(text.trimEnd().split('\n').at(-1))
      if (Number.isInteger(number)) this.current = number
      this.begin()
    })
    this.ready = this.answer()
  }

  begin() {
    this.since = Date.now()
    this.busyThen = this.busy()
  }

  /** Processor time of the child in seconds, where the system tells it of another process. */
  busy() {
    try {
      const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return (Number(fields[11]) + Number(fields[12])) / 100
    } catch {
      return 0
    }
  }

  isStuck() {
    return Date.now() - this.since > hangs.clock * 1000 || this.busy() - this.busyThen > hangs.busy
  }

  /**
   * The next message; `gone` when the child died or had to be ended.
   * @returns {Promise<any>}
   */
  answer() {
    return new Promise((resolve) => {
      const watch = setInterval(() => {
        if (!this.isStuck()) return
        this.stuck = true
        this.process.kill('SIGKILL')
      }, 500)
      const done = (/** @type {any} */ message) => {
        clearInterval(watch)
        this.process.off('message', done)
        this.process.off('exit', gone)
        resolve(message)
      }
      const gone = () => {
        const why = this.stuck
          ? `more than ${hangs.busy} s`
          : `the process died: ${this.complaint.trim().split('\n').slice(0, 3).join(' ')}`
        done({ gone: why })
      }
      this.process.on('message', done)
      this.process.on('exit', gone)
    })
  }

  /** @param {any} message */
  ask(message) {
    this.begin()
    this.process.send(message)
    return this.answer()
  }

  end() {
    this.process.removeAllListeners('exit')
    this.process.kill('SIGKILL')
  }
}

async function start() {
  const child = new Child()
  const { gone } = await child.ready
  if (gone !== undefined) throw new Error(`The fuzzer does not start: ${gone} ${child.complaint}`)
  return child
}

let child = await start()

/**
 * @param {Case} one
 * @returns {Promise<string | undefined>} how it fails, in a few words that stay the same while it is made smaller
 */
async function failureOf(one) {
  const { judged, gone } = await child.ask({ ask: 'judge', one, limit })
  if (gone !== undefined) {
    child = await start()
    return 'gone'
  }
  if (judged.error !== undefined) return placeOf(judged.error)
  return judged.seconds > limit ? 'slow' : undefined
}

/** Where in the core an exception was thrown. */
function placeOf(/** @type {string} */ error) {
  return /src\/\S+?(?=:\d+:\d+)/.exec(error)?.[0] ?? error.split('\n')[0] ?? ''
}

/**
 * Takes parts out of the text as long as it fails in the same way.
 * @param {Case} one
 */
async function reduced(one) {
  const failure = await failureOf(one)
  if (failure === undefined) return one
  const end = Date.now() + reducing.seconds * 1000
  let smallest = one
  let attempts = 0
  for (let part = Math.ceil(one.text.length / 2); part >= 1; part = Math.floor(part / 2))
    for (let at = 0; at < smallest.text.length; ) {
      attempts += 1
      if (attempts > reducing.attempts || Date.now() > end) return smallest
      const text = smallest.text.slice(0, at) + smallest.text.slice(at + part)
      const next = { ...smallest, text }
      if ((await failureOf(next)) === failure) smallest = next
      else at += part
    }
  return smallest
}

/**
 * @param {number} number
 * @param {string} what
 */
async function report(number, what) {
  console.log(`\nFailed: case ${number} of seed ${seed} (--seed ${seed} --from ${number} --cases 1)\n${what}`)
  const { made } = await child.ask({ ask: 'make', seed, number })
  mkdirSync(results, { recursive: true })
  const file = path.join(results, `fuzz-${seed}-${number}.${made.kind}.txt`)
  writeFileSync(file, made.text)
  const smallest = await reduced(made)
  writeFileSync(file, smallest.text)
  const { kind, outputs, text } = smallest
  console.log(
    `Read as ${kind}, made into ${outputs.join(', ')}; ${text.length} characters in ${path.relative(process.cwd(), file)}`,
  )
}

const began = Date.now()
const until = Number.isFinite(seconds) ? began + seconds * 1000 : Number.MAX_SAFE_INTEGER
const last = Number.isFinite(most) ? first + most : Number.MAX_SAFE_INTEGER
let next = first
let failures = 0
let busy = 0
let peak = 0
let slowest = { seconds: 0, number: first }
/** Cases between two lines about how it goes. */
const step = 20_000
while (next < last && Date.now() < until) {
  const answer = await child.ask({
    ask: 'run',
    seed,
    from: next,
    to: Math.min(last, next + step),
    limit,
    until,
  })
  if (answer.gone !== undefined) {
    const number = child.current
    failures += 1
    child = await start()
    await report(number, answer.gone)
    next = number + 1
  } else {
    if (answer.failed !== undefined) {
      const { number, seconds: took, error } = answer.failed
      const { ran } = await child.answer()
      answer.ran = ran
      failures += 1
      await report(number, error ?? `${took.toFixed(2)} s`)
    }
    next = answer.ran.next
    busy += answer.ran.busy
    peak = Math.max(peak, answer.ran.peak)
    if (answer.ran.slowest.seconds > slowest.seconds) slowest = answer.ran.slowest
    if (most > step && answer.failed === undefined)
      console.log(`${next - first} cases, ${failures} failed, peak memory ${Math.round(peak)} MiB`)
  }
  if (failures > 0 && !values['keep-going']) break
}
child.end()
const ran = next - first
const took = (Date.now() - began) / 1000
console.log(
  `fuzz: ${ran} cases of seed ${seed} in ${Math.round(took)} s (${Math.round(ran / took)} a second, ${Math.round(ran / busy)} a second of the processor), ` +
    `slowest ${slowest.seconds.toFixed(2)} s (case ${slowest.number}), peak memory ${Math.round(peak)} MiB, ${failures} failed`,
)
process.exitCode = failures > 0 ? 1 : 0
