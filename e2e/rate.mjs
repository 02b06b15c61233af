// How often a piece of work can be done in a second in a warm process. Seconds are those of the processor, so that other
// work on the machine does not count; the best of several rounds counts.

/** Processor time of this process so far, in seconds. */
function busy() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/**
 * @param {() => unknown} work
 * @returns {number} how often it can be done in a second
 */
export function rate(work) {
  const begin = busy()
  for (let count = 0; count < 300 && busy() - begin < 1; count += 1) work()
  let best = 0
  for (let round = 0; round < 8; round += 1) {
    const start = busy()
    let count = 0
    while (busy() - start < 0.25) {
      work()
      count += 1
    }
    best = Math.max(best, count / (busy() - start))
  }
  return best
}

/**
 * @param {string} what
 * @param {number} found
 * @param {number | undefined} aim
 */
export function print(what, found, aim) {
  const figure = String(Math.round(found)).padStart(8)
  const beside = aim === undefined ? '' : `  (aim ${aim}: ${found >= aim ? 'reached' : 'missed'})`
  console.log(`${what.padEnd(26)}${figure} a second${beside}`)
}
