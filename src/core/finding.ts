/**
 * What core has to say about an input or a design: data, never text printed somewhere and never an exception.
 * The page and the command print findings; neither invents its own.
 */

/** One step into a spec: a key of a map or an index of a list. */
export type PathSegment = string | number

/** The way from the root of a VmSpec (or of the file that was read) to one value; `[]` is the root. */
export type Path = readonly PathSegment[]

/** A place in a text. Lines and columns count from 1, columns in UTF-16 units; `end` is exclusive. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** `error`: refused or fails. `warning`: runs with harm. `advice`: runs, and could be better. */
export type Severity = 'error' | 'warning' | 'advice'

/** One step of a fix: the value at `path` becomes `value`; without `value` it is removed. */
export interface Change {
  readonly path: Path
  readonly value?: unknown
}

/** A change of the spec that makes a finding quiet. */
export interface Fix {
  /** What the button says, in the imperative: 'Set features.smm to true'. */
  readonly title: string
  readonly changes: readonly Change[]
}

/** One thing that core found. `code` never changes once published: people filter by it. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly path: Path
  readonly position?: Position
  /** What is wrong and what to do about it, as sentences. */
  readonly message: string
  readonly fix?: Fix
}

/** `libvirt.devices.disks[0].target`, as messages and the command print a path. The root is the empty string. */
export function formatPath(path: Path): string {
  let text = ''
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`
    else if (/^[\w-]+$/.test(segment)) text += text === '' ? segment : `.${segment}`
    else text += `[${JSON.stringify(segment)}]`
  }
  return text
}

/** True when at least one of the findings is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error')
}

/**
 * The path that a text such as `devices.graphics[0].type` says; the opposite of `formatPath`.
 *
 * @returns undefined when the text is no path
 */
export function parsePath(text: string): Path | undefined {
  const path: PathSegment[] = []
  const step = /\.?([\w-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y
  while (step.lastIndex < text.length) {
    const match = step.exec(text)
    if (!match) return undefined
    const [, key, index, quoted] = match
    if (key !== undefined) path.push(key)
    else if (index !== undefined) path.push(Number(index))
    else if (quoted !== undefined) path.push(String(JSON.parse(quoted)))
  }
  return path
}
