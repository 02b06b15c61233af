/**
 * What becomes of every key of the Domain on the command line. Each family says which keys it writes; a key that nobody
 * has decided about, a new field of a libvirt table for one, is a finding until somebody has.
 */
import type { Path, PathSegment } from '../../finding.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { type Build, leftOut, report } from '../build/index.ts'

/** The family's renderer says it, or leaves a finding of its own where it can't. */
export const written = 'written'

type WordsIn<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | WordsIn<Rest> : Text

/** The same for keys of a map, with blanks between them. */
export function writtenIn<T>() {
  function marks<const Text extends string>(
    keys: WordsIn<Text> extends keyof T ? Text : never,
  ): Readonly<Record<WordsIn<Text>, typeof written>>
  function marks(keys: string): object {
    return Object.fromEntries(keys.split(' ').map((key) => [key, written]))
  }
  return marks
}

/** It means nothing to QEMU: libvirt keeps it for itself. */
export interface Quiet {
  readonly mark: 'quiet'
  readonly why: string
}

/** It is left out, and this is how it is done by hand. */
export interface ByHand {
  readonly mark: 'byHand'
  readonly how: string
  readonly code: 'qemu.unsupported' | 'qemu.differs'
}

export function quiet(why: string): Quiet {
  return { mark: 'quiet', why }
}

/** @param how what is left out and what to do about it, as sentences */
export function byHand(how: string): ByHand {
  return { mark: 'byHand', how, code: 'qemu.unsupported' }
}

/** The same for what does no harm when it is left out. */
export function adviceByHand(how: string): ByHand {
  return { mark: 'byHand', how, code: 'qemu.differs' }
}

type Decision = typeof written | Quiet | ByHand

type Inner<T> = T extends readonly (infer Each)[]
  ? Decision | Decisions<Each>
  : T extends object
    ? Decision | Decisions<T>
    : Decision

/** A decision for each key of a value of the Domain; a key without one is a finding. */
export type Decisions<T> = { readonly [K in Exclude<keyof T, '$rest'>]?: Inner<NonNullable<T[K]>> }

/** Leaves a finding for every key that is there and that no option says. */
export function reportUnwritten(
  build: Build,
  value: UnknownRecord,
  table: UnknownRecord,
  here: PathSegment[],
): void {
  for (const key in value) {
    const decision = ownValue(table, key)
    if (decision === written) continue
    const held = value[key]
    // Switched off is what QEMU does anyway when nobody says a word.
    if (held === undefined || held === false) continue
    here.push(key)
    if (key === '$rest') reportRest(build, held, here)
    else if (!isRecord(decision)) reportUnknown(build, here)
    else if (decision['mark'] !== undefined) reportDecision(build, decision, here)
    else if (isRecord(held)) reportUnwritten(build, held, decision, here)
    else if (Array.isArray(held)) reportItems(build, held, decision, here)
    here.pop()
  }
}

function reportItems(
  build: Build,
  items: readonly unknown[],
  table: UnknownRecord,
  here: PathSegment[],
): void {
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    if (!isRecord(item)) continue
    here.push(index)
    reportUnwritten(build, item, table, here)
    here.pop()
  }
}

function reportDecision(build: Build, decision: UnknownRecord, here: Path): void {
  if (decision['mark'] !== 'byHand') return
  const how = String(decision['how'])
  report(build, decision['code'] === 'qemu.differs' ? 'qemu.differs' : 'qemu.unsupported', [...here], how)
}

function reportUnknown(build: Build, here: Path): void {
  leftOut(
    build,
    [...here],
    `${String(here.at(-1))} is left out: this program does not know how QEMU says it.`,
  )
}

/** XML that the tables don't know is written back to libvirt; to QEMU it is lost. */
function reportRest(build: Build, rest: unknown, here: Path): void {
  if (!isRecord(rest)) return
  const around = here.slice(0, -1)
  const { attributes, children, inside } = rest
  if (Array.isArray(attributes))
    for (const attribute of attributes) {
      const name = Array.isArray(attribute) ? String(attribute[0]) : ''
      if (name.startsWith('xmlns')) continue
      leftOut(build, around, `The attribute ${name} is left out: ${unknownToUs}`)
    }
  if (Array.isArray(children))
    for (const child of children) {
      const name = isRecord(child) ? elementName(String(child['xml'])) : ''
      if (name === '' || understood.has(name)) continue
      leftOut(build, around, `The element <${name}> is left out: ${unknownToUs}`)
    }
  if (isRecord(inside)) for (const path of Object.values(inside)) reportRest(build, path, here)
}

const unknownToUs = 'it is kept for libvirt, and this program does not know how QEMU says it.'

/** What commandline.ts reads, and what is only ever for programs around libvirt. */
const understood = new Set(['metadata', 'qemu:commandline', 'qemu:capabilities'])

/** The name of the element that a raw piece of XML is; '' for a comment. */
function elementName(xml: string): string {
  return /^\s*<([\w:.-]+)/.exec(xml)?.[1] ?? ''
}
