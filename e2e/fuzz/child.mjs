// Runs cases of the fuzzer one after the other, in a process that may hang or die: `child.mjs` over IPC of e2e/fuzz.mjs.
import { writeSync } from 'node:fs'
import path from 'node:path'

/** Processor time of this process so far, in seconds. */
function busy() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** @type {typeof import('./cases.ts')} */
const { prepareCases } = await import(process.argv[2] ?? '')
const cases = prepareCases(path.join(import.meta.dirname, '../..'))

/**
 * @param {import('./cases.ts').Case} one
 * @returns {{ seconds: number, error?: string }}
 */
function judge(one) {
  const begin = busy()
  try {
    cases.run(one)
    return { seconds: busy() - begin }
  } catch (error) {
    return {
      seconds: busy() - begin,
      error: error instanceof Error ? (error.stack ?? String(error)) : String(error),
    }
  }
}

/**
 * A case that was slow once may have met the garbage collector: the best of three counts.
 * @param {import('./cases.ts').Case} one
 * @param {number} limit
 */
function judgeFairly(one, limit) {
  let found = judge(one)
  for (let again = 0; again < 2 && found.error === undefined && found.seconds > limit; again += 1) {
    begins()
    const next = judge(one)
    if (next.seconds < found.seconds || next.error !== undefined) found = next
  }
  return found
}

/** The case that is run. */
let number = 0

/** Written at once, so that it is known which case never came back. */
function begins() {
  writeSync(3, `${number}\n`)
}

/** @param {unknown} message */
function tell(message) {
  process.send?.(message)
}

process.on('message', (/** @type {any} */ message) => {
  if (message.ask === 'make') {
    tell({ made: cases.caseOf(message.seed, message.number) })
    return
  }
  if (message.ask === 'judge') {
    tell({ judged: judgeFairly(message.one, message.limit) })
    return
  }
  const { seed, from, to, limit, until } = message
  let slowest = { seconds: 0, number: from }
  number = from
  const begin = busy()
  for (; number < to && Date.now() < until; number += 1) {
    begins()
    const found = judgeFairly(cases.caseOf(seed, number), limit)
    if (found.seconds > slowest.seconds) slowest = { seconds: found.seconds, number }
    if (found.error !== undefined || found.seconds > limit) {
      tell({ failed: { number, ...found } })
      number += 1
      break
    }
  }
  tell({ ran: { next: number, slowest, busy: busy() - begin, peak: process.resourceUsage().maxRSS / 1024 } })
})
tell({ ready: true })
