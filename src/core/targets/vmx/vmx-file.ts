/** The text of a .vmx: a line for each key, `key = "value"`. */
import type { Position } from '../../finding.ts'

export interface VmxEntry {
  /** As it is written. */
  readonly key: string
  readonly value: string
  readonly position: Position
}

/** What is left in a .vmx while it is read. Keys are the same in any case. */
export class VmxFile {
  readonly #entries = new Map<string, VmxEntry>()
  /** Lines that are none of the form. */
  readonly others: VmxEntry[] = []

  /** Takes time as the text is long. */
  constructor(text: string) {
    for (const [index, line] of text.split('\n').entries()) {
      const bare = line.trim().replace(/^\uFEFF/, '')
      if (bare === '' || bare.startsWith('#')) continue
      const position = { line: index + 1, column: 1, endLine: index + 1, endColumn: line.length + 1 }
      const at = bare.indexOf('=')
      const key = bare.slice(0, Math.max(0, at)).trim()
      if (key === '') this.others.push({ key: bare, value: '', position })
      else this.#entries.set(key.toLowerCase(), { key, value: unquoted(bare.slice(at + 1)), position })
    }
  }

  /** The entry, which is understood from here on; undefined for none, and for one that is empty. */
  takeEntry(key: string): VmxEntry | undefined {
    const entry = this.#entries.get(key.toLowerCase())
    this.#entries.delete(key.toLowerCase())
    return entry?.value === '' ? undefined : entry
  }

  /** A value that others need too. */
  peek(key: string): string | undefined {
    return this.#entries.get(key.toLowerCase())?.value
  }

  take(key: string): string | undefined {
    return this.takeEntry(key)?.value
  }

  /** Undefined where nothing is said. */
  takeFlag(key: string): boolean | undefined {
    const value = this.take(key)?.toLowerCase()
    return value === undefined ? undefined : ['true', '1', 'yes', 'on'].includes(value)
  }

  takeNumber(key: string): number | undefined {
    const value = this.take(key)
    return value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : undefined
  }

  /** The numbers that a family of keys has: 0 and 2 for `ethernet0.present` and `ethernet2.present`. */
  numbersOf(family: string): number[] {
    const found = new Set<number>()
    for (const key of this.#entries.keys()) {
      const digits = key.startsWith(family) ? /^(\d{1,3})\./.exec(key.slice(family.length))?.[1] : undefined
      if (digits !== undefined) found.add(Number(digits))
    }
    return [...found].sort((one, other) => one - other)
  }

  /** The same for drives: the controllers of a bus and their units, `scsi0:1.present`. */
  drivesOf(bus: string): { readonly controller: number; readonly unit: number }[] {
    const found = new Map<string, { controller: number; unit: number }>()
    for (const key of this.#entries.keys()) {
      const parts = key.startsWith(bus) ? /^(\d{1,3}):(\d{1,3})\./.exec(key.slice(bus.length)) : null
      if (parts !== null)
        found.set(`${parts[1]}:${parts[2]}`, { controller: Number(parts[1]), unit: Number(parts[2]) })
    }
    return [...found.values()].sort(
      (one, other) => one.controller - other.controller || one.unit - other.unit,
    )
  }

  /** Passes over all that begins so, as what belongs to a device that is not there. */
  drop(start: string): void {
    const small = start.toLowerCase()
    for (const key of this.#entries.keys()) if (key.startsWith(small)) this.#entries.delete(key)
  }

  get left(): IterableIterator<VmxEntry> {
    return this.#entries.values()
  }
}

/** Between quotes, with `|22` for what can't stand there. */
function unquoted(text: string): string {
  const bare = text.trim()
  const end = bare.startsWith('"') ? bare.indexOf('"', 1) : -1
  const inner = bare.startsWith('"') ? bare.slice(1, end === -1 ? undefined : end) : bare
  return inner.replace(/\|([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  )
}
