import { expect, test } from 'vitest'
import { encodeLink } from '../link/index.ts'
import { decodeDesignLink, encodeDesignLink } from '../spec/index.ts'
import { setLimits } from './set.ts'
import { decodeSetLink, encodeSetLink } from './set-link.ts'

const design = { name: 'web', spec: { ram: '2G', ssh: { port: 2200 } } }
const table = { columns: ['name', 'host port'], rows: [['web-{1..12}', '{2201..}'], ['db']] }

test('a set goes into a link and comes back', () => {
  expect(decodeSetLink(`#${encodeSetLink({ design, table })}`)).toEqual({ design, table, findings: [] })
})

test('a link of one design is one as before', () => {
  expect(decodeSetLink(encodeDesignLink(design))).toEqual({ design, findings: [] })
})

test('who reads one design alone gets it, and hears that there is more', () => {
  const { design: read, findings } = decodeDesignLink(encodeSetLink({ design, table }))
  expect(read).toEqual(design)
  expect(findings.map(({ code, path }) => [code, path])).toEqual([['spec.unknown-key', ['set']]])
})

test.each([
  ['no table', 7],
  ['cells that are no texts', { columns: ['name'], rows: [[1]] }],
  [
    'more rows than there may be',
    { columns: ['name'], rows: Array.from({ length: setLimits.rows + 1 }, () => []) },
  ],
  ['more keys', { ...table, more: 1 }],
])('%s is said, and the design is read', (_, set) => {
  const { design: read, table: none, findings } = decodeSetLink(encodeLink({ name: 'web', spec: {}, set }))
  expect(read).toEqual({ name: 'web', spec: {} })
  expect(none).toBe(undefined)
  expect(findings.map(({ code }) => code)).toEqual(['set.link'])
})

test('what is no link is refused as ever', () => {
  expect(decodeSetLink('#v1.nothing').findings.map(({ code }) => code)).toEqual(['link.shape'])
})
