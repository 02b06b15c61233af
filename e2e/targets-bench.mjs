// How long a design takes into each format of others in a warm process: a part of `npm run bench`, by itself
// `node e2e/targets-bench.mjs` after `npm run build`. Each is to take less than 5 ms.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { print, rate } from './rate.mjs'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib/index.js')
const folder = path.join(root, '../shared/bench')

if (!existsSync(library)) console.log('targets: dist/lib/index.js is not there; `npm run build` makes it.')
else if (!existsSync(folder)) console.log('targets: ../shared/bench is not there.')
else {
  const { lift, readDomainXml, targetIds, writeTarget } = await import(library)
  const text = readFileSync(path.join(folder, 'desktop.xml'), 'utf8')
  const design = lift(readDomainXml(text).domains[0].domain, {})
  for (const id of targetIds)
    print(
      `desktop: ${id}`,
      rate(() => writeTarget(id, design, undefined)),
      200,
    )
}
