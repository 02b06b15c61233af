/** Maps of the Domain by a pattern of their paths. */
import type { Path } from '../../finding.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { RuleContext } from './rule.ts'

export interface Matched {
  readonly held: UnknownRecord
  readonly path: Path
}

/** The maps at `devices.graphics.*.listen.*`: a star is each key of a map and each item of a list. */
export function matching({ domain }: RuleContext, pattern: string): Matched[] {
  let found: { readonly held: unknown; readonly path: Path }[] = [{ held: domain, path: [] }]
  for (const step of pattern === '' ? [] : pattern.split('.'))
    found = found.flatMap(({ held, path }) =>
      stepsInto(held, step).map(([key, inner]) => ({ held: inner, path: [...path, key] })),
    )
  return found.flatMap(({ held, path }) => (isRecord(held) ? [{ held, path }] : []))
}

function stepsInto(held: unknown, step: string): (readonly [string | number, unknown])[] {
  if (step === '*')
    return Array.isArray(held) ? [...held.entries()] : isRecord(held) ? Object.entries(held) : []
  const inner: unknown = isRecord(held) ? ownValue(held, step) : undefined
  return inner === undefined ? [] : [[step, inner]]
}
