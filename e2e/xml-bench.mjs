// How many domains a second are read and written in a warm process: the first part of `npm run bench`, by itself
// `node e2e/xml-bench.mjs` after `npm run build`.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { print, rate } from './rate.mjs'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib/index.js')
const folder = path.join(root, '../shared/bench')

/** Documents a second that are the aim: read and written, and written alone. */
const aims = [
  { name: 'small', both: undefined, write: undefined },
  { name: 'desktop', both: 4000, write: 18_000 },
  { name: 'huge', both: 650, write: 3000 },
]

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
