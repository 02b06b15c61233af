/** The root directory of a FAT volume: its label, and for each file its long name and the short one behind it. */
import { ascii, littleEndian } from './bytes.ts'

/** Bytes of one entry. */
export const entryBytes = 32

/** One file of the directory. */
export interface FatEntry {
  readonly name: string
  readonly bytes: number
  /** 0 for an empty file. */
  readonly firstCluster: number
}

/** UTF-16 units of a long name in one entry (the specification, Long Directory Entries). */
const unitsPerEntry = 13

const attributes = { label: 0x08, archive: 0x20, longName: 0x0f } as const
const lastLongEntry = 0x40
/** 1 January 1980, 0:00: the zero of FAT's dates, whose months and days count from 1. */
const date = littleEndian((1 << 5) | 1, 2)
const time = littleEndian(0, 2)

/** How many entries `rootDirectory` writes. */
export function rootEntryCount(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + 1 + Math.ceil(name.length / unitsPerEntry), 1)
}

/** The entries of the label and of every file. */
export function rootDirectory(label: string, files: readonly FatEntry[]): Uint8Array {
  const shortNames = shortNamesFor(files.map(({ name }) => name))
  const entries = [
    shortEntry(label, attributes.label, 0, 0),
    ...files.flatMap((file, index) => {
      const shortName = shortNames[index] ?? ''
      return [
        ...longEntries(file.name, shortName),
        shortEntry(shortName, attributes.archive, file.firstCluster, file.bytes),
      ]
    }),
  ]
  return Uint8Array.from(entries.flat())
}

/** Name, attributes; times of making, reading and writing; cluster and length (the specification, FAT Directory Structure). */
function shortEntry(name: string, attribute: number, firstCluster: number, bytes: number): number[] {
  return [
    ...ascii(name),
    ...[attribute, 0, 0],
    ...[...time, ...date, ...date],
    ...littleEndian(0, 2),
    ...[...time, ...date],
    ...littleEndian(firstCluster, 2),
    ...littleEndian(bytes, 4),
  ]
}

/** The last part first, each part with the checksum of the short name that it belongs to. */
function longEntries(name: string, shortName: string): number[][] {
  const count = Math.ceil(name.length / unitsPerEntry)
  const units = Array.from({ length: count * unitsPerEntry }, (_, index) =>
    // One zero ends the name, and ones follow to the end of the entry.
    index < name.length ? name.charCodeAt(index) : index === name.length ? 0 : 0xffff,
  )
  const bytes = units.flatMap((unit) => littleEndian(unit, 2))
  const sum = checksum(shortName)
  return Array.from({ length: count }, (_, index) => {
    const part = bytes.slice(index * unitsPerEntry * 2, (index + 1) * unitsPerEntry * 2)
    const order = index + 1 === count ? (index + 1) | lastLongEntry : index + 1
    return [
      order,
      ...part.slice(0, 10),
      ...[attributes.longName, 0, sum],
      ...part.slice(10, 22),
      ...[0, 0],
      ...part.slice(22),
    ]
  }).reverse()
}

/** The specification, ChkSum(): rotated right by one, and added to, for each of the eleven characters. */
function checksum(shortName: string): number {
  let sum = 0
  for (const byte of ascii(shortName)) sum = (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff
  return sum
}

/**
 * Eleven characters for each name, numbered with a tilde, none the same as another name: `user-data` is `USER-D~1`.
 * The specification, Basis-Name Generation.
 */
function shortNamesFor(names: readonly string[]): string[] {
  const taken = new Set(names.map((name) => name.toUpperCase()))
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    const base = shortCharacters(dot > 0 ? name.slice(0, dot) : name) || '_'
    const extension = dot > 0 ? shortCharacters(name.slice(dot + 1)).slice(0, 3) : ''
    const suffix = extension === '' ? '' : `.${extension}`
    let candidate = ''
    for (let count = 1; candidate === '' || taken.has(candidate + suffix); count++) {
      const tail = `~${count}`
      candidate = base.slice(0, Math.min(6, 8 - tail.length)) + tail
    }
    taken.add(candidate + suffix)
    return candidate.padEnd(8) + extension.padEnd(3)
  })
}

function shortCharacters(text: string): string {
  return text
    .toUpperCase()
    .replace(/[ .]/g, '')
    .replace(/[^A-Z0-9$%'\-_@~`!(){}^#&]/gu, '_')
}
