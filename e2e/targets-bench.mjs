// How often a second a design is written in each format of others, in a warm process: a part of `npm run bench`, by itself
// `node e2e/targets-bench.mjs` after `npm run build`.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { print, rate } from './rate.mjs'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib/index.js')
const file = path.join(root, '../shared/bench/desktop.xml')

/** The aim is 5 ms. */
const aim = 200

if (!existsSync(library)) console.log('targets: dist/lib/index.js is not there; `npm run build` makes it.')
else if (!existsSync(file)) console.log('targets: ../shared/bench is not there.')
else {
  const { lift, readDomainXml, targetIds, targets, writeTarget } = await import(library)
  const design = lift(readDomainXml(readFileSync(file, 'utf8')).domains[0].domain, undefined)
  for (const id of targetIds.filter((/** @type {string} */ one) => targets[one].writer !== undefined))
    print(
      `desktop: ${id}`,
      rate(() => writeTarget(id, design, undefined)),
      aim,
    )
}
