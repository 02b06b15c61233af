/** What is kept beside the present design, read for the list of it. */

import type { Design } from '../core.ts'
import { isRecord } from '../core.ts'
import { localKeys, readLocal } from '../local-text.ts'
import { counted, t } from '../words/index.ts'
import { asidePrefix, oldAsideKeys } from './aside.ts'
import type { AsideValue } from './aside-value.ts'
import type { Because } from './kept-designs.ts'
import { timeOfId } from './new-id.ts'
import { parseRecord, type ReadWork, readWork } from './stored-work.ts'

/** What the list says of a design; that another one took its place is the rule. */
const apartBecause: Because = 'changed in two tabs at once'

/** One kept thing; `key` is that of the storage. */
interface KeptThing {
  readonly key: string
  readonly text: string
  /** Milliseconds since 1970; undefined when it is not known. */
  readonly savedAt: number | undefined
}

export interface KeptDesign extends KeptThing {
  readonly name: string
  /** One line of what it is. */
  readonly about: string
  readonly read: ReadWork
}

export interface KeptAside extends KeptThing {
  /** What it is from. */
  readonly of: string
  readonly values: readonly AsideValue[]
  /** The work in it, when this page can open it after all. */
  readonly read: ReadWork
  /** What was set aside, as it was stored. */
  readonly content: string
}

/** A design as it is stored, for the list. @param key its id */
export function keptDesign(key: string, text: string): KeptDesign {
  const read = readWork(text)
  if (read.kind === 'work') {
    const { design } = read.work
    const about = [aboutDesign(design), read.because === apartBecause ? read.because : ''].filter(Boolean)
    return { key, text, savedAt: read.savedAt, name: design.name, about: about.join(' · '), read }
  }
  const held = parseRecord(text)
  const design = isRecord(held?.['design']) ? held['design'] : {}
  const name = typeof design['name'] === 'string' ? design['name'] : t`a design without a name`
  const savedAt = typeof held?.['savedAt'] === 'number' ? held['savedAt'] : undefined
  const about = read.kind === 'amiss' ? t`some of it is not right` : t`of another version of this page`
  return { key, text, savedAt, name, about, read }
}

/** All that was set aside, the newest first. */
export function listAside(): readonly KeptAside[] {
  return [...localKeys(asidePrefix), ...oldAsideKeys]
    .flatMap((key) => {
      const text = readLocal(key)
      return text === undefined ? [] : [keptAside(key, text)]
    })
    .sort(newestFirst)
}

export function keptAside(key: string, text: string): KeptAside {
  const [kind = '', id = ''] = key.startsWith(asidePrefix) ? key.slice(asidePrefix.length).split('.') : []
  const about = { key, text, savedAt: timeOfId(id) }
  if (kind !== 'values') {
    const isHost = kind === 'host' || key.includes('host')
    const of = isHost ? t`What is known about the host` : t`Work of another version`
    return { ...about, of, values: [], read: isHost ? { kind: 'unreadable' } : readWork(text), content: text }
  }
  const { of, values } = parseRecord(text) ?? {}
  const known = Array.isArray(values) ? values.flatMap(readValue) : []
  return {
    ...about,
    of: typeof of === 'string' ? of : t`a design`,
    values: known,
    read: { kind: 'unreadable' },
    content: JSON.stringify(known, undefined, 2),
  }
}

function readValue(held: unknown): AsideValue[] {
  if (!isRecord(held)) return []
  const { path, value, why } = held
  return typeof path === 'string' ? [{ path, value, why: typeof why === 'string' ? why : '' }] : []
}

export function newestFirst(one: KeptThing, other: KeptThing): number {
  return (other.savedAt ?? 0) - (one.savedAt ?? 0)
}

/** `cloud image, 4 vCPU, 8G, 2 disks`. */
function aboutDesign({ spec }: Design): string {
  const { devices } = spec.libvirt ?? {}
  return [
    spec.source?.kind?.replace('_', ' '),
    spec.cpu === undefined ? undefined : t`${spec.cpu} vCPU`,
    spec.ram,
    countedIfAny(devices?.disks?.length, 'disk'),
    countedIfAny(devices?.hostdevs?.length, 'host device'),
    countedIfAny(devices?.filesystems?.length, 'share'),
  ]
    .filter((words) => words !== undefined)
    .join(', ')
}

function countedIfAny(count: number | undefined, what: string): string | undefined {
  return count === undefined || count === 0 ? undefined : counted(count, what)
}
