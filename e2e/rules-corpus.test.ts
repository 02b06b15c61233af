/** The rules beside libvirt's own verdicts, from ../shared; skipped where it is not. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { libvirtCases, type RulesCase, score, verdictCases } from './rules-corpus.ts'
import { needs, shared } from './shared.ts'

const corpus = path.join(shared, 'corpus')

const sets: readonly {
  readonly what: string
  readonly cases: () => RulesCase[]
  readonly cause: RulesCase['cause']
  readonly atLeast: number
}[] = [
  { what: 'designs that libvirt or QEMU refuses', cases: verdicts, cause: 'design', atLeast: 0.95 },
  { what: 'designs that run with harm', cases: verdicts, cause: 'harm', atLeast: 0.95 },
  { what: 'designs that run', cases: verdicts, cause: 'runs', atLeast: 1 },
  { what: 'libvirt’s own tests that are refused', cases: ofLibvirt, cause: 'design', atLeast: 0.8 },
  { what: 'libvirt’s own tests that run', cases: ofLibvirt, cause: 'runs', atLeast: 0.99 },
]

function verdicts(): RulesCase[] {
  return verdictCases(path.join(corpus, 'verdicts'))
}

function ofLibvirt(): RulesCase[] {
  return libvirtCases(path.join(corpus, 'libvirt-11.3'))
}

test.for(sets)('the rules are right about $atLeast of the $what', ({ cases, cause, atLeast }, context) => {
  needs(context, existsSync(corpus), '../shared/corpus is not there')
  const asked = cases().filter((one) => one.cause === cause)
  const { right, wrong } = score(asked)
  expect(asked.length).toBeGreaterThan(0)
  expect(right / asked.length, wrong.map(({ name }) => name).join(' ')).toBeGreaterThanOrEqual(atLeast)
})
