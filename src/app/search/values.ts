/** What the design says: each value with the field that it stands in. */
import { formatPath, type Path } from '../core.ts'
import { fieldAt } from '../form/index.ts'

export interface Said {
  readonly path: Path
  /** Of its field. */
  readonly label: string
  readonly value: string
}

/** A design may come from anyone: more than this is not looked at while somebody types. */
const mostValues = 5000
/** What is longer is a script or a key, and nobody looks for all of it. */
const longestValue = 400

/** The texts and numbers of a spec, in its order. */
export function valuesIn(spec: unknown): readonly Said[] {
  const said: Said[] = []
  const waiting: (readonly [Path, unknown])[] = [[[], spec]]
  while (said.length < mostValues) {
    const next = waiting.pop()
    if (next === undefined) break
    const [path, value] = next
    if (typeof value === 'object' && value !== null) {
      const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
      waiting.push(...inside.map(([key, held]): readonly [Path, unknown] => [[...path, key], held]).reverse())
    } else if (typeof value === 'string' || typeof value === 'number')
      said.push({
        path,
        label: fieldAt(path)?.label ?? formatPath(path),
        value: String(value).slice(0, longestValue),
      })
  }
  return said
}
