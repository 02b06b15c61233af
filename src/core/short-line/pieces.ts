/** A command line in pieces that can be made shorter: options with their keys, and where each is from. */
import type { Path } from '../finding.ts'
import type { QemuArgument } from '../qemu/index.ts'
import { type Pair, readPairs } from '../qemu/words/command-options.ts'
import { doubleCommas } from '../qemu/words/options.ts'

/** One option. */
export interface Piece {
  /** Without its dash; with it where the piece is fixed. */
  readonly option: string
  /** As it was written; undefined for what was changed since. */
  readonly text?: string | undefined
  readonly pairs: readonly Pair[]
  /** The key whose name is not written: `driver` of -device. */
  readonly first?: string | undefined
  /** Never changed: the author's own words, and what is written as JSON. */
  readonly isFixed?: boolean
  /** The value of the Domain that it is from. */
  readonly path: Path
}

/** An argument taken apart. */
export function pieceOf({ option, value, path }: QemuArgument): Piece {
  const name = option.replace(/^--?/, '')
  const pairs = value === undefined ? [] : readPairs(name, value)
  if (isOwn(path) || value?.startsWith('{') === true)
    return { option, text: value, pairs, isFixed: true, path }
  const [key = ''] = pairs[0] ?? []
  const first = value?.startsWith(`${key}=`) === true ? undefined : key
  return { option: name, text: value, pairs, first, path }
}

/** What the author hands to QEMU beside libvirt: `qemu_arguments`, and those in XML that no table knows. */
function isOwn(path: Path): boolean {
  return path.includes('qemu_arguments')
}

/** The argument that a piece says. */
export function argumentOf(piece: Piece): QemuArgument {
  const option = piece.isFixed === true ? piece.option : `-${piece.option}`
  const value = piece.text ?? (piece.pairs.length === 0 ? undefined : written(piece))
  return value === undefined ? { option, path: piece.path } : { option, value, path: piece.path }
}

/** A value may need its key: `a=b` alone would be read as key and value. */
function written({ pairs, first }: Piece): string {
  return pairs
    .map(([key, value], index) =>
      index === 0 && key === first && !value.includes('=')
        ? doubleCommas(value)
        : `${key}=${doubleCommas(value)}`,
    )
    .join(',')
}

/** A new option with keys. */
export function made(option: string, path: Path, first: string | undefined, pairs: readonly Pair[]): Piece {
  return { option, pairs, first, path }
}

/** A new option with one text, or with none. */
export function plain(option: string, path: Path, text?: string): Piece {
  return { option, text, pairs: [], path }
}

export function valueFor({ pairs }: Piece, key: string): string | undefined {
  return pairs.find(([name]) => name === key)?.[1]
}

/** The driver of a `-device` that may be changed. */
export function driverOf(piece: Piece): string | undefined {
  return piece.option === 'device' && piece.isFixed !== true ? valueFor(piece, 'driver') : undefined
}

/** Without some keys; the same piece when it has none of them. */
export function without(piece: Piece, ...keys: readonly string[]): Piece {
  const pairs = piece.pairs.filter(([key]) => !keys.includes(key))
  return pairs.length === piece.pairs.length ? piece : withPairs(piece, pairs)
}

export function withPairs({ text: _, ...piece }: Piece, pairs: readonly Pair[]): Piece {
  return { ...piece, pairs }
}

/** With a value for a key that it has. */
export function withValue(piece: Piece, key: string, value: string): Piece {
  return withPairs(
    piece,
    piece.pairs.map(([name, held]): Pair => [name, name === key ? value : held]),
  )
}

/** Whether a piece has no other keys than these. */
export function hasOnly({ pairs }: Piece, keys: readonly string[]): boolean {
  return pairs.every(([key]) => keys.includes(key))
}

/** How many places name an id, or a bus of that device. */
export function usesOf(pieces: readonly Piece[], id: string): number {
  const { named, fixed } = usesIn(pieces)
  return (named.get(id) ?? 0) + fixed.filter((text) => text.includes(id)).length
}

/** What the pieces of a line name: asked for each id, and found once. */
interface Uses {
  readonly named: ReadonlyMap<string, number>
  /** Texts that are kept as they are, and may name anything. */
  readonly fixed: readonly string[]
}

const known = new WeakMap<readonly Piece[], Uses>()

function usesIn(pieces: readonly Piece[]): Uses {
  const held = known.get(pieces)
  if (held !== undefined) return held
  const named = new Map<string, number>()
  const fixed: string[] = []
  const count = (name: string) => named.set(name, (named.get(name) ?? 0) + 1)
  for (const { pairs, text = '', isFixed } of pieces) {
    if (isFixed === true) fixed.push(text)
    else if (pairs.length === 0 && text.startsWith('chardev:')) count(text.slice('chardev:'.length))
    for (const [key, value] of pairs)
      if (key !== 'id' && key !== 'node-name') for (const name of namesIn(value)) count(name)
  }
  const uses = { named, fixed }
  known.set(pieces, uses)
  return uses
}

/** A bus is called after its device: `usb.0` names that, and `usb`. */
function namesIn(value: string): string[] {
  const names = [value]
  for (let dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', dot + 1))
    names.push(value.slice(0, dot))
  return names
}
