/** From a plain value to a VmSpec: what is wrong becomes findings, what is right is kept. */

import { formatPath, type Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import { expand, isRecord, lenientSchema, missingFields, schema, type UnknownRecord } from '../table/index.ts'
import { checkKept } from './check-kept.ts'
import { type Issue, issueFindings, pathOf, type SpecFinding } from './issue-findings.ts'
import { type VmSpec, vmSpec } from './vm-spec.ts'

export interface CheckedSpec {
  readonly spec: VmSpec
  readonly findings: readonly SpecFinding[]
  /** What no field can hold, as it was written. */
  readonly leftOut: readonly LeftOut[]
}

/** A value that is not in the spec; its path is that of the written value. */
export interface LeftOut {
  readonly path: Path
  readonly value: unknown
}

/**
 * Reads what a person or a program wrote as a spec: short forms, other names of keys, numbers for texts. A value that
 * fails is a finding. It is kept when its field can hold it all the same (a number out of its limits), and left out when
 * not; everything around it is kept. Items of lists close up behind one that is left out.
 */
export function checkSpec(written: unknown): CheckedSpec {
  if (written === undefined || written === null) return { spec: {}, findings: [], leftOut: [] }
  if (!isRecord(written)) {
    const message = 'A VM is described by a map of keys and values.'
    return {
      spec: {},
      findings: [{ code: 'spec.wrong-type', severity: 'error', path: [], message, part: 'value' }],
      leftOut: [{ path: [], value: written }],
    }
  }
  const expanded = expand(vmSpec, written)
  const kept = checkKept(expanded)
  let value: UnknownRecord = isRecord(kept.value) ? kept.value : {}
  const checked = schema(vmSpec).safeParse(value)
  const wrong: readonly Issue[] = checked.success ? [] : checked.error.issues
  const findings = [
    ...kept.findings,
    ...missingFindings(value),
    ...wrong.flatMap((issue) => issueFindings(issue, value)),
  ]
  const leftOut = kept.findings.map(({ path }) => ({ path, value: valueAt(expanded, path) }))
  if (checked.success) return { spec: cleaned(checked.data), findings, leftOut }
  // Each round leaves out what failed in it; one is enough for almost all, a second for lists of lists.
  for (let round = 0; round < 8; round++) {
    const parsed = lenientSchema(vmSpec).safeParse(value)
    if (parsed.success) return { spec: cleaned(parsed.data), findings, leftOut }
    const issues: readonly Issue[] = parsed.error.issues
    const failing = issues.flatMap(failingPaths)
    for (const path of failing) leftOut.push({ path, value: valueAt(value, path) })
    const rest = withoutPaths(value, failing)
    value = isRecord(rest) ? rest : {}
  }
  leftOut.push({ path: [], value })
  return { spec: {}, findings, leftOut }
}

function missingFindings(value: UnknownRecord): SpecFinding[] {
  return missingFields(vmSpec, value).map(({ path, field }) => ({
    code: 'spec.required',
    severity: 'error',
    path,
    message: `\`${formatPath(path)}\` is missing. ${field.meta.help ?? ''}`.trim(),
    part: 'key',
  }))
}

function failingPaths(issue: Issue): Path[] {
  const path = pathOf(issue)
  return issue.code === 'unrecognized_keys' ? (issue.keys ?? []).map((key) => [...path, key]) : [path]
}

function withoutPaths(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined
  const below = new Map<string | number, Path[]>()
  for (const [first, ...deeper] of paths) {
    if (first === undefined) continue
    const held = below.get(first)
    if (held === undefined) below.set(first, [deeper])
    else held.push(deeper)
  }
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => kept(item, below.get(index)).map(([held]) => held))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) =>
      kept(held, below.get(key)).map(([rest]) => [key, rest] as const),
    ),
  )
}

/** The value without what fails in it, in a list that is empty when all of it does. */
function kept(held: unknown, failing: readonly Path[] | undefined): readonly [unknown][] {
  if (!failing) return [[held]]
  return failing.some((path) => path.length === 0) ? [] : [[withoutPaths(held, failing)]]
}

/** Keys that say nothing are no keys. */
function cleaned<T>(value: T): T
function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => cleaned(item))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (held === undefined ? [] : [[key, cleaned(held)]])),
  )
}
