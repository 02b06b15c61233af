/**
 * What core has to say about an input or a design: data, never text printed somewhere and never an exception.
 * The page and the command print findings; neither invents its own.
 */

import type { FindingCode } from './finding-codes.ts'
import { type TargetId, targetTitles, writtenTargetIds } from './target-ids.ts'

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

/** From the worst to the mildest. */
export const severities = ['error', 'warning', 'advice'] as const

/** `error`: refused or fails. `warning`: runs with harm. `advice`: runs, and could be better. */
export type Severity = (typeof severities)[number]

/**
 * What a finding can be about when it is not about the design as such: one way of running it, the bundle that is
 * handed over for it, or a format of others that it goes over to. Everything that counts or lists goes by this list.
 */
export type FindingTarget = OwnTarget | TargetId

/** The targets whose findings every design has. */
export type OwnTarget = 'libvirt' | 'qemu' | 'bundle'

const ownTargets: readonly OwnTarget[] = ['libvirt', 'qemu', 'bundle']

export function isOwnTarget(target: FindingTarget): target is OwnTarget {
  return ownTargets.some((own) => own === target)
}

export const findingTargets: readonly FindingTarget[] = [...ownTargets, ...writtenTargetIds]

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
  readonly code: FindingCode
  readonly severity: Severity
  readonly path: Path
  readonly position?: Position
  /** What is wrong and what to do about it, as sentences. */
  readonly message: string
  readonly fix?: Fix
  /** What it is about alone; absent when it is about the design, whatever runs it. */
  readonly target?: FindingTarget
}

/** True when a finding is about the design as such or about just this target. */
export function concerns({ target }: Pick<Finding, 'target'>, wanted: FindingTarget): boolean {
  return target === undefined || target === wanted
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

/** How many findings there are of each severity. */
export type FindingCounts = Readonly<Record<Severity, number>>

export function countFindings(findings: readonly Pick<Finding, 'severity'>[]): FindingCounts {
  const counts = { error: 0, warning: 0, advice: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** `1 error`, `2 warnings`, `3 advice`. */
export function countWords(severity: Severity, count: number): string {
  return `${count} ${severity}${count === 1 || severity === 'advice' ? '' : 's'}`
}

/** `2 errors, 1 warning, 3 advice`: what there is none of is left out; `no findings` when there is nothing. */
export function countsInWords(counts: FindingCounts): string {
  const words = severities.flatMap((one) => (counts[one] === 0 ? [] : [countWords(one, counts[one])]))
  return words.length === 0 ? 'no findings' : words.join(', ')
}

const targetNames: Readonly<Record<FindingTarget, string>> = {
  ...targetTitles,
  libvirt: 'libvirt',
  qemu: 'a hand-run QEMU',
  bundle: 'the bundle',
}

/** How many findings are about one target alone. */
export interface TargetCount {
  readonly target: FindingTarget
  readonly count: number
  /** `3 more concern only a hand-run QEMU`: for who sees the findings of another target. */
  readonly words: string
}

/** What each target alone has of the findings; those about the design as such are not counted. */
export function countByTarget(findings: readonly Pick<Finding, 'target'>[]): TargetCount[] {
  return findingTargets.flatMap((target) => {
    const count = findings.filter((finding) => finding.target === target).length
    if (count === 0) return []
    const concern = count === 1 ? 'concerns' : 'concern'
    return [{ target, count, words: `${count} more ${concern} only ${targetNames[target]}` }]
  })
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
    else if (quoted !== undefined) {
      const unquoted = jsonText(quoted)
      if (unquoted === undefined) return undefined
      path.push(unquoted)
    }
  }
  return path
}

function jsonText(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return undefined
  }
}
