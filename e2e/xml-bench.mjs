// How many domains a second are read and written in a warm process: the first part of `npm run bench`, by itself
// `node e2e/xml-bench.mjs` after `npm run build`. Seconds are those of the processor, so that other work on the machine
// does not count; the best of several rounds is shown.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib/index.js')
const folder = path.join(root, '../shared/bench')

/** Documents a second that are the aim: read and written, and written alone. */
const aims = [
  { name: 'small', both: undefined, write: undefined },
  { name: 'desktop', both: 4000, write: 18_000 },
  { name: 'huge', both: 650, write: 3000 },
]

/** Processor time of this process so far, in seconds. */
function busy() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/**
 * @param {() => void} work
 * @returns {number} how often it can be done in a second
 */
function rate(work) {
  for (let count = 0; count < 300; count += 1) work()
  let best = 0
  for (let round = 0; round < 8; round += 1) {
    const start = busy()
    let count = 0
    while (busy() - start < 0.25) {
      for (let each = 0; each < 20; each += 1) work()
      count += 20
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
function print(what, found, aim) {
  const figure = String(Math.round(found)).padStart(8)
  const beside = aim === undefined ? '' : `  (aim ${aim}: ${found >= aim ? 'reached' : 'missed'})`
  console.log(`${what.padEnd(26)}${figure} a second${beside}`)
}

if (!existsSync(library)) console.log('xml: dist/lib/index.js is not there; `npm run build` makes it.')
else if (!existsSync(folder)) console.log('xml: ../shared/bench is not there.')
else {
  const { readDomainXml, renderXmlText } = await import(library)
  for (const { name, both, write } of aims) {
    const text = readFileSync(path.join(folder, `${name}.xml`), 'utf8')
    const { domain } = readDomainXml(text).domains[0]
    const through = () => renderXmlText(readDomainXml(text).domains[0].domain)
    print(`${name}: read and write`, rate(through), both)
    print(
      `${name}: write`,
      rate(() => renderXmlText(domain)),
      write,
    )
  }
}
