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
  /** By the device, which stands before the first dot, and then by the rest of the key. */
  readonly #devices = new Map<string, Map<string, VmxEntry>>()
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
      else this.#put({ key, value: unquoted(bare.slice(at + 1)), position })
    }
  }

  #put(entry: VmxEntry): void {
    const [device, member] = partsOf(entry.key)
    const members = this.#devices.get(device) ?? new Map<string, VmxEntry>()
    this.#devices.set(device, members)
    members.set(member, entry)
  }

  #entry(key: string): VmxEntry | undefined {
    const [device, member] = partsOf(key)
    return this.#devices.get(device)?.get(member)
  }

  /** The entry, which is understood from here on; undefined for none, and for one that is empty. */
  takeEntry(key: string): VmxEntry | undefined {
    const entry = this.#entry(key)
    const [device, member] = partsOf(key)
    this.#devices.get(device)?.delete(member)
    return entry?.value === '' ? undefined : entry
  }

  /** A value that others need too. */
  peek(key: string): string | undefined {
    return this.#entry(key)?.value
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

  /** The numbers that a family of devices has: 0 and 2 for `ethernet0.present` and `ethernet2.present`. */
  numbersOf(family: string): number[] {
    const found: number[] = []
    for (const device of this.#devices.keys()) {
      const digits = device.startsWith(family) ? device.slice(family.length) : ''
      if (/^\d{1,3}$/.test(digits)) found.push(Number(digits))
    }
    return found.sort((one, other) => one - other)
  }

  /** The same for drives: the controllers of a bus and their units, `scsi0:1.present`. */
  drivesOf(bus: string): { readonly controller: number; readonly unit: number }[] {
    const found: { controller: number; unit: number }[] = []
    for (const device of this.#devices.keys()) {
      const parts = device.startsWith(bus) ? /^(\d{1,3}):(\d{1,3})$/.exec(device.slice(bus.length)) : null
      if (parts !== null) found.push({ controller: Number(parts[1]), unit: Number(parts[2]) })
    }
    return found.sort((one, other) => one.controller - other.controller || one.unit - other.unit)
  }

  /** Passes over all of a device, as of one that is not there. */
  drop(device: string): void {
    this.#devices.delete(device.toLowerCase())
  }

  get left(): VmxEntry[] {
    const all = [...this.#devices.values()].flatMap((members) => [...members.values()])
    return all.sort((one, other) => one.position.line - other.position.line)
  }
}

/** `scsi0:1` and `present`; a key without a dot is a device by itself. */
function partsOf(key: string): [device: string, member: string] {
  const small = key.toLowerCase()
  const dot = small.indexOf('.', 1)
  return dot === -1 ? [small, ''] : [small.slice(0, dot), small.slice(dot + 1)]
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
