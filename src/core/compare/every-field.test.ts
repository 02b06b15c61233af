/** No field of the tables changes unseen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Domain, renderXmlText, domain as shape } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { readDomainXml } from '../lift/index.ts'
import { startsWith } from '../path.ts'
import { applyChanges } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { roundsOf, sampleValue } from '../table/sample-value.ts'
import { compare } from './index.ts'

function asRead(value: object): Domain {
  const [read] = readDomainXml(renderXmlText(value)).domains
  if (read === undefined) throw new Error('no domain')
  return read.domain
}

/** The paths of all values that have nothing below them. */
function leaves(held: unknown, path: Path = []): Path[] {
  if (Array.isArray(held)) return held.flatMap((item, index) => leaves(item, [...path, index]))
  if (!isRecord(held)) return [path]
  return Object.entries(held).flatMap(([key, inner]) =>
    key === '$rest' || inner === undefined ? [] : leaves(inner, [...path, key]),
  )
}

function another(held: unknown): unknown {
  if (typeof held === 'boolean') return undefined
  if (typeof held === 'number') return held + 1
  return undefined
}

/** How the element around it is written. */
function isBeside(at: Path, path: Path): boolean {
  return path.at(-1) === '$rest' && startsWith(at, path.slice(0, -1))
}

const rounds = roundsOf(shape)

const samples = new Map<number, { readonly before: Domain; readonly places: readonly Path[] }>()

/** A VM that does not run, with every field. */
function sampleOf(round: number) {
  const known = samples.get(round)
  if (known !== undefined) return known
  const { id: _, ...value } = sampleValue(shape, { round, xmlOnly: true })
  const before = asRead(value)
  const made = { before, places: leaves(before) }
  samples.set(round, made)
  return made
}

describe('a field that is changed or left out', () => {
  test('is a difference, or it is said why it is none', () => {
    fc.assert(
      fc.property(fc.nat(rounds - 1), fc.nat(100_000), fc.boolean(), (round, which, isLeftOut) => {
        const { before, places } = sampleOf(round)
        const at = places[which % places.length] ?? []
        const held = at.reduce<unknown>(
          (inner, key) => (inner === undefined ? inner : Reflect.get(Object(inner), key)),
          before,
        )
        const after = asRead(
          applyChanges(before, [{ path: at, value: isLeftOut ? undefined : another(held) }]),
        )
        if (renderXmlText(after) === renderXmlText(before)) return
        const { differences, leftAside } = compare(before, after)
        const touched = [
          ...differences.flatMap(({ places: all }) => all.flatMap(({ from, to }) => [from, to])),
          ...leftAside.map(({ path }) => path),
        ].filter((path) => path !== undefined)
        const isFound = touched.some(
          (path) => startsWith(at, path) || startsWith(path, at.slice(0, 3)) || isBeside(at, path),
        )
        expect(isFound, `${at.join('.')} of round ${round}`).toBe(true)
      }),
      { numRuns: 120, seed: 7 },
    )
  }, 60_000)
})
