/** One block node as `-blockdev` says it: as text, or as JSON where only that will do. */
import type { Path } from '../../finding.ts'
import { ownValue, setOwn } from '../../text/index.ts'
import type { Build } from '../build/index.ts'
import { merged, type OptionValue, type Pairs } from '../words/options.ts'
import { emit, emitPairs } from '../writing/index.ts'

/** One `-blockdev`. */
export function blockdev(build: Build, path: Path, ...groups: readonly (Pairs | undefined)[]): void {
  emitPairs(build, '-blockdev', path, '', ...groups)
}

/** The same for an image that has nothing below, which only JSON can say. */
export function blockdevOverNothing(
  build: Build,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  emit(build, '-blockdev', path, json({ ...merged(groups), backing: null }))
}

/** Dotted keys as nested objects. */
function json(pairs: Readonly<Record<string, OptionValue | null>>): string {
  const root: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(pairs)) {
    if (value === undefined) continue
    const parts = key.split('.')
    let here: Record<string, unknown> = root
    for (const part of parts.slice(0, -1)) {
      const held = ownValue(here, part)
      const inner: Record<string, unknown> = isInner(held) ? held : {}
      setOwn(here, part, inner)
      here = inner
    }
    setOwn(here, parts.at(-1) ?? key, value)
  }
  return JSON.stringify(listsIn(root))
}

function isInner(held: unknown): held is Record<string, unknown> {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}

/** `{"0": …, "1": …}` is a list. */
function listsIn(held: unknown): unknown {
  if (!isInner(held)) return held
  const entries = Object.entries(held).map(([key, value]) => [key, listsIn(value)] as const)
  return entries.length > 0 && entries.every(([key], index) => key === String(index))
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries)
}
