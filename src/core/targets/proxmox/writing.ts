/** A Domain in hand while it is said in the words of Proxmox VE. */
import type { Domain } from '../../domain/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import type { UnknownRecord } from '../../table/index.ts'
import type { OwnWord } from './reading.ts'
import { type Pair, writePropertyList } from './words/property-list.ts'

/** Names that differ between hosts, each a variable of the script. */
export interface PveNames {
  /** The storage that takes disks. */
  readonly storage: string
  /** The storage that takes ISO images and snippets; `local` is the directory /var/lib/vz. */
  readonly files: string
  readonly bridge: string
  readonly node: string
}

/** A file of the design that has to be where Proxmox VE looks for it. */
export interface CopiedFile {
  readonly from: string
  /** The directory on the node. */
  readonly into: string
}

export class Writing {
  readonly settings = new Map<string, string>()
  /** Where the data of a setting's volume comes from. */
  readonly volumes = new Map<string, UnknownRecord>()
  /** The setting that a device became, by its list and place: `disks.0`. */
  readonly keys = new Map<string, string>()
  readonly copies: CopiedFile[] = []
  /** Directory mappings: their name and the path on the node. */
  readonly directories = new Map<string, string>()
  readonly resolved: Resolved
  readonly names: PveNames
  readonly own: readonly OwnWord[]

  constructor(resolved: Resolved, names: PveNames, own: readonly OwnWord[]) {
    this.resolved = resolved
    this.names = names
    this.own = own
  }

  get domain(): Domain {
    return this.resolved.domain
  }

  say(key: string, value: string | undefined): void {
    if (value !== undefined) this.settings.set(key, value)
  }

  /** A value of several parts, with what Proxmox VE itself had kept of it. */
  sayList(key: string, pairs: readonly Pair[], defaultKey?: string): void {
    const said = new Set(pairs.map(([name]) => name))
    const start = `${key}.`
    const kept = this.own.flatMap((one): Pair[] => {
      const name = one.key.slice(start.length)
      return one.key.startsWith(start) && !said.has(name) && isPlain(one.value) ? [[name, one.value]] : []
    })
    const all = [...pairs, ...kept]
    if (all.length > 0) this.settings.set(key, writePropertyList(all, defaultKey))
  }

  ownValue(key: string): string | undefined {
    return this.own.find((one) => one.key === key)?.value
  }

  /** The first number of a family that is free. */
  free(family: string, most: number): number | undefined {
    for (let index = 0; index <= most; index += 1) if (!this.settings.has(`${family}${index}`)) return index
    return undefined
  }

  remember(list: string, index: number, key: string): void {
    this.keys.set(`${list}.${index}`, key)
  }
}

function isPlain(value: string): boolean {
  return !/[,\p{Cc}]/u.test(value)
}
