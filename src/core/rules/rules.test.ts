import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { applyChanges } from '../spec/index.ts'
import { allRules, checkDesign, isSafeFix } from './index.ts'
import { plain, type RuleCases } from './support/case.test-data.ts'

const byFolder = import.meta.glob<RuleCases>('./*/cases.test-data.ts', { eager: true, import: 'cases' })
const cases = Object.values(byFolder).flatMap((group) => Object.entries(group))

function check(spec: VmSpec, host: HostFacts | undefined, name = 'vm') {
  return checkDesign({ name, spec }, host)
}

function codes(spec: VmSpec, host: HostFacts | undefined, name = 'vm'): string[] {
  return [...new Set(check(spec, host, name).map(({ code }) => code))].sort()
}

test('each file of the folders is a rule, called as its id', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[a-z]+\/[a-z0-9-]+\.ts$/.test(name) && !name.startsWith('support/'))
    .map((name) => name.replace(/^.*\//, ''))
  expect(allRules.map(({ id }) => `${id.replace('.', '-')}.ts`).sort()).toEqual(files.sort())
})

test('the rules are sorted by their ids, each of which is one rule’s', () => {
  const ids = allRules.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
})

test('the type of the ids has each of them', async () => {
  const lines = [
    '/** The ids of the rules, generated from them by `rules/rules.test.ts` (`npx vitest run -u` writes it anew). */',
    'export type RuleId =',
    ...allRules.map(({ id }) => `  | '${id}'`),
  ]
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, '../rule-ids.ts'))
})

test('each rule has a case in its folder, each case a rule', () => {
  expect(cases.map(([id]) => id).sort()).toEqual(allRules.map(({ id }) => id))
  const folders = Object.entries(byFolder).map(
    ([file, group]) => [path.dirname(file), Object.keys(group)] as const,
  )
  for (const [folder, ids] of folders) {
    const files = readdirSync(path.join(import.meta.dirname, folder))
    expect(ids).toEqual(ids.filter((id) => files.includes(`${id.replace('.', '-')}.ts`)).sort())
  }
})

test('a fix that decides for the author is not safe, nor is none', () => {
  const fix = { title: 'Leave it out', changes: [] }
  expect(isSafeFix({ code: 'disk.target-twice', fix })).toBe(true)
  expect(isSafeFix({ code: 'hostdev.twice', fix })).toBe(false)
  expect(isSafeFix({ code: 'disk.target-twice' })).toBe(false)
})

test('nothing is wrong with a plain design', () => {
  expect(check(plain, undefined)).toEqual([])
  expect(check({}, undefined)).toEqual([])
})

describe.each(cases)('%s', (id, { triggers, beside, host, name, noFix }) => {
  test('speaks, and about nothing else', () => {
    expect(codes(triggers, host, name)).toEqual([id])
  })

  test('is quiet just beside', () => {
    expect(codes(beside, host)).toEqual([])
  })

  test('its fix makes it quiet without triggering another', () => {
    const fixes = check(triggers, host, name).map(({ fix }) => fix)
    if (noFix !== undefined) expect(fixes.every((fix) => fix === undefined)).toBe(true)
    else {
      expect(fixes).not.toContain(undefined)
      const changes = fixes.flatMap((fix) => fix?.changes ?? [])
      expect(codes(applyChanges(triggers, changes), host)).toEqual([])
    }
  })
})

const aboutTheHost = cases.filter(([, { host }]) => host !== undefined)

test.each(aboutTheHost)('%s is silent when nothing is known of the host', (_, { triggers, name }) => {
  expect(codes(triggers, undefined, name)).toEqual([])
})
