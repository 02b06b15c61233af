import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Path } from '../finding.ts'
import { arbitraryValue, nastyText } from '../table/arbitrary.test-helper.ts'
import { isRecord } from '../table/index.ts'
import { applyChanges } from './apply-changes.ts'
import { checkSpec } from './check-spec.ts'
import { withoutDefaults } from './defaults.ts'
import { equal } from './equal.ts'
import { readSpecs, type SpecDocument } from './read-specs.ts'
import { updateSpecText } from './update-spec-text.ts'
import { type Design, type VmSpec, vmSpec } from './vm-spec.ts'
import { writeSpec } from './write-spec.ts'

/** One line each, so that every line of the text has a key or a dash of its own. */
const line = nastyText.map((text) => text.replaceAll(/[\n\r\u0085\u2028\u2029]/g, ' '))
const ofLines = arbitraryValue(vmSpec, { text: line, mostKeys: 4 }).map((held) => checkSpec(held).spec)
const ofAnything = arbitraryValue(vmSpec, { text: nastyText }).map((held) => checkSpec(held).spec)

const other: Design = { name: 'other', spec: { ram: '1G', cpu: 2 } }

/** Every second line gets a comment above it, every third one behind it. */
function commented(design: Design, shape: 'vms' | 'named'): string {
  const lines = writeSpec(design, { shape }).trimEnd().split('\n')
  const more = writeSpec(other, { shape }).trimEnd().split('\n')
  const all = [...lines, ...(shape === 'vms' ? more.slice(1) : more)]
  return all
    .map((text, index) => {
      const indent = /^ */.exec(text)?.[0] ?? ''
      const above = index % 2 === 0 ? `${indent}# above ${index}.\n` : ''
      return `${above}${text}${index % 3 === 0 ? ` # behind ${index}.` : ''}\n`
    })
    .join('')
}

function pathsIn(held: unknown, path: Path = []): Path[] {
  const below = Array.isArray(held)
    ? held.flatMap((item: unknown, index) => pathsIn(item, [...path, index]))
    : isRecord(held)
      ? Object.entries(held).flatMap(([key, value]) => pathsIn(value, [...path, key]))
      : []
  return [path, ...below]
}

function at(held: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      Array.isArray(here) && typeof step === 'number'
        ? here[step]
        : isRecord(here)
          ? here[String(step)]
          : undefined,
    held,
  )
}

/** The comments that stand outside of everything that a change of `path` may write anew. */
function safeComments(text: string, file: SpecDocument, spec: VmSpec, path: Path): string[] {
  const lines = text.split('\n')
  const inside = new Set<number>()
  const list = at(spec, path.slice(0, -1))
  const item: unknown = Array.isArray(list) ? at(spec, path) : undefined
  // Of equal items nobody can tell which one went.
  const isOneOfMany = Array.isArray(list) && list.filter((one) => equal(one, item)).length > 1
  // A map or list that loses its last entry is written anew, and so are ranges that stand inline.
  let around: Path = isOneOfMany ? path.slice(0, -1) : path
  while (around.length > 0) {
    const holder = at(spec, around.slice(0, -1))
    const size = Array.isArray(holder) ? holder.length : isRecord(holder) ? Object.keys(holder).length : 0
    if (size > 1 && around.at(-1) !== 'ranges') break
    around = around.slice(0, -1)
  }
  if (around.length === 0) return []
  const key = file.positionOf('web', around, 'key')
  const value = file.positionOf('web', around)
  if (!key || !value) return []
  for (let number = key.line - 1; number <= (value.endLine ?? value.line); number++) inside.add(number)
  return lines.flatMap((each, index) =>
    inside.has(index + 1) ? [] : (/# (?:above|behind) \d+\./.exec(each) ?? []),
  )
}

it.each(['vms', 'named'] as const)('random changes keep the comments around them (%s)', (shape) => {
  let fallbacks = 0
  fc.assert(
    fc.property(ofLines, ofAnything, fc.nat(), fc.boolean(), (spec, donor, pick, removes) => {
      const text = commented({ name: 'web', spec }, shape)
      const file = readSpecs(text)
      const [design] = file.designs
      if (!design) return
      const before = design.spec
      expect(before).toEqual(withoutDefaults(spec))
      const paths = pathsIn(removes ? before : donor).filter((path) => path.length > 0)
      const path = paths[pick % paths.length]
      if (!path) return
      const change = removes ? { path } : { path, value: at(donor, path) }
      const checked = checkSpec(applyChanges(before, [change]))
      // Another kind of source takes the fields of the old one along.
      if (checked.findings.some(({ code }) => code !== 'spec.required')) return
      const after = checked.spec
      const updated = updateSpecText(file, { name: 'web', spec: after })
      const read = readSpecs(updated)
      expect(read.designs.map(({ name }) => name)).toEqual(['web', 'other'])
      expect(withoutDefaults(read.designs[0]?.spec ?? {})).toEqual(withoutDefaults(after))
      expect(read.designs[1]).toEqual(other)
      if (!updated.includes('# above 0.')) fallbacks++
      const kept = safeComments(text, file, before, path).filter((comment) => !updated.includes(comment))
      expect(kept).toEqual([])
    }),
    { numRuns: 400 },
  )
  expect(fallbacks).toBeLessThan(20)
})
