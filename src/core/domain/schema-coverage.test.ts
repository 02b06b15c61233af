import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { leftOut } from './left-out.ts'
import { readSchemaPaths, schemaCoverage } from './schema-coverage.ts'

const table = path.join(import.meta.dirname, '../../../../shared/reference/schema-paths-12.8.0.tsv')

test('paths and words are told apart', () => {
  const paths = readSchemaPaths(
    'path\tkind\tenum_values\ndomain\telement\t\ndomain@type\tattribute\tkvm|tvm\ndomain/teapot\telement\t\ndomain/xen:commandline\telement\t\n',
  )
  expect(schemaCoverage(paths)).toEqual({
    total: 4,
    covered: 2,
    totalForQemu: 3,
    coveredForQemu: 2,
    missing: [
      { path: 'domain/teapot', reason: undefined },
      { path: 'domain/xen:commandline', reason: 'raw Xen options' },
    ],
    missingWords: [{ path: 'domain@type', words: ['tvm'] }],
  })
})

describe.skipIf(!existsSync(table))('libvirt 12.8’s schema (skipped without ../shared)', () => {
  const paths = existsSync(table) ? readSchemaPaths(readFileSync(table, 'utf8')) : []
  const coverage = schemaCoverage(paths)

  test('is in the tables but for what is left out with a reason', () => {
    expect(coverage.missing.filter(({ reason }) => reason === undefined)).toEqual([])
    expect(coverage.covered / coverage.total).toBeGreaterThanOrEqual(0.95)
    expect(coverage.coveredForQemu / coverage.totalForQemu).toBeGreaterThanOrEqual(0.98)
  })

  test('has no word that the tables lack, those of other kinds of port aside', () => {
    const isText = /^(\*|\.|\.\.|reset|xen\w+)$/
    const lacking = coverage.missingWords
      .filter(({ path }) => path !== 'domain/devices/serial/target@type')
      .filter(({ words }) => words.some((word) => !isText.test(word)))
    expect(lacking).toEqual([])
  })

  test('has what the list of things left out says it has', () => {
    expect(leftOut.filter((entry) => !paths.some(({ path }) => entry.paths.test(path)))).toEqual([])
  })
})
