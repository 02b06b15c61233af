/** What a target can't say of a design, and the findings that it becomes. */
import { type Finding, formatPath, type Path, type Severity } from '../finding.ts'
import type { TargetId } from '../target-ids.ts'

/** One value of a design, or all that stands below one, which does not go over whole. */
export interface Lack {
  /** Its place in the design. */
  readonly path: Path
  /** What it is and why it does not go over, as a sentence. */
  readonly message: string
  /** How it is done by hand, as a sentence. */
  readonly byHand: string
  /** True when the files say a part of it, or something near it. */
  readonly inPart?: true
  /** `warning` unless said: the VM runs, and is another one. */
  readonly severity?: Severity
}

/** So many places are named; how many others there are is counted. */
const mostPlaces = 4

/** A finding for each thing that can't be said, with all places of it: addresses alone may be thirty. */
export function lackFindings(target: TargetId, lacks: readonly Lack[]): Finding[] {
  const alike = new Map<string, Lack[]>()
  for (const lack of lacks) {
    const { message, byHand, severity } = lack
    const mark = JSON.stringify([message, byHand, severity])
    const group = alike.get(mark)
    if (group === undefined) alike.set(mark, [lack])
    else group.push(lack)
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { path, message, byHand, severity = 'warning' } = first
    return [
      {
        code: `${target}.cannot-say` as const,
        severity,
        path,
        message: `${message}${placesOf(group)} ${byHand}`,
        target,
      },
    ]
  })
}

function placesOf(lacks: readonly Lack[]): string {
  if (lacks.length === 1) return ''
  const named = lacks.slice(0, mostPlaces).map(({ path }) => formatPath(path))
  const others = lacks.length - named.length
  return ` Here: ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}.`
}
