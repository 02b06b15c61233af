/**
 * Writes the difference of two values into a YAML text, at the places of its nodes: every line that says what it said
 * before stays as it is, with its comments, quotes and order.
 */
import { isMap, isPair, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import {
  canonicalKey,
  type Field,
  innerShape,
  isRecord,
  type Shape,
  shortenField,
  shortenItem,
  type UnknownRecord,
  writtenField,
} from '../table/index.ts'
import { appendAll, ownValue } from '../text/index.ts'
import {
  insertEntry,
  insertItem,
  removeEntries,
  removeItems,
  replaceEntryValue,
  replaceItem,
} from './block-edits.ts'
import { equal } from './equal.ts'
import { insertInFlow, removeInFlow, replaceInFlow } from './flow-edits.ts'
import { type ItemChange, listChanges } from './list-changes.ts'
import { pairOf, spanOf } from './node-at.ts'
import type { Edit } from './text-edits.ts'
import { flow, flowEntry } from './yaml-text.ts'
import { type Anchors, keyText } from './yaml-tree.ts'

/** A text that ends with a line break, and what its aliases mean. */
export interface SpliceText {
  readonly text: string
  readonly anchors: Anchors
  /** How deep changes are followed; below, a value is written anew as a whole. */
  readonly deepest: number
}

interface MapChange {
  /** The maps that say it together: that of the VM, and the one of `NAME-libvirt`. */
  readonly maps: readonly YAMLMap[]
  readonly shape: Shape | undefined
  readonly before: UnknownRecord
  readonly after: UnknownRecord
  readonly depth: number
}

interface Insertion {
  readonly key: string
  readonly value: unknown
}

/** Collects the edits of one text. Every method that returns false has left no edit: then the whole value is to be replaced. */
export class Splicer {
  readonly edits: Edit[] = []
  private readonly text: string
  private readonly anchors: Anchors
  private readonly deepest: number

  constructor({ text, anchors, deepest }: SpliceText) {
    this.text = text
    this.anchors = anchors
    this.deepest = deepest
  }

  /** Brings what maps say from one value to another. */
  changeMap(change: MapChange): boolean {
    const mark = this.edits.length
    if (this.tryMap(change)) return true
    this.edits.length = mark
    return false
  }

  /** Replaces the value of an entry. */
  replaceValue(map: YAMLMap, pair: Pair, value: unknown): boolean {
    const mark = this.edits.length
    if (this.add(map.flow ? replaceInFlow(pair, value) : replaceEntryValue(this.text, pair, value)))
      return true
    this.edits.length = mark
    return false
  }

  private tryMap({ maps, shape, before, after, depth }: MapChange): boolean {
    const removed = new Set<Pair>()
    const insertions: Insertion[] = []
    const main = maps.at(-1)
    if (!main) return false
    for (const key of keysInOrder(shape, before, after)) {
      const was = ownValue(before, key)
      const is = ownValue(after, key)
      if (equal(was, is)) continue
      const field = writtenField(shape, key)
      const owners = maps.flatMap((map) => {
        const pair = pairOf(map, key, shape, this.anchors)
        return pair ? [{ map, pair }] : []
      })
      const [owner] = owners
      if (!owner) {
        if (was !== undefined && field?.kind === 'list' && field.inline) {
          if (!this.changeInline(maps, field, was, is, depth)) return false
        } else insertions.push({ key, value: is === undefined ? null : shortOf(field, is) })
      } else if (is === undefined) for (const { pair } of owners) removed.add(pair)
      else if (owners.length > 1) {
        if (!this.changeTogether(owners, field, was, is, depth)) return false
      } else if (!this.changeValue(owner.pair, field, was, is, depth)) {
        if (!this.replaceValue(owner.map, owner.pair, shortOf(field, is))) return false
      }
    }
    return maps.every((map) => this.changeEntries(map, shape, removed, map === main ? insertions : []))
  }

  /** The only item of a list, whose keys stand in the map itself. */
  private changeInline(
    maps: readonly YAMLMap[],
    field: Extract<Field, { kind: 'list' }>,
    was: unknown,
    is: unknown,
    depth: number,
  ): boolean {
    if (!Array.isArray(was) || !Array.isArray(is) || was.length !== 1 || is.length !== 1) return false
    const before: unknown = was[0]
    const after: unknown = is[0]
    if (!isRecord(before) || !isRecord(after)) return false
    return this.tryMap({ maps, shape: field.shape(), before, after, depth })
  }

  private changeTogether(
    owners: readonly { readonly pair: Pair }[],
    field: Field | undefined,
    before: unknown,
    after: unknown,
    depth: number,
  ): boolean {
    const maps = owners.flatMap(({ pair }) => (isMap(pair.value) ? [pair.value] : []))
    if (maps.length !== owners.length || !isRecord(before) || !isRecord(after)) return false
    return this.changeMap({ maps, shape: innerShape(field), before, after, depth: depth + 1 })
  }

  /** Follows a change into a value; false when the value has to be written anew. */
  private changeValue(
    pair: Pair,
    field: Field | undefined,
    was: unknown,
    is: unknown,
    depth: number,
  ): boolean {
    if (depth >= this.deepest) return false
    return this.changeNode(pair.value, field, was, is, depth + 1)
  }

  /** @param field the field of the value, or of the list that it is an item of */
  private changeNode(
    node: unknown,
    field: Field | undefined,
    was: unknown,
    is: unknown,
    depth: number,
  ): boolean {
    if (isSeq(node))
      return Array.isArray(was) && Array.isArray(is) && this.changeList(node, field, was, is, depth)
    if (!isMap(node)) return false
    // One map may stand for a list of one.
    const before: unknown = Array.isArray(was) && was.length === 1 ? was[0] : was
    const after: unknown = Array.isArray(is) && is.length === 1 ? is[0] : is
    if (Array.isArray(was) !== Array.isArray(is) || !isRecord(before) || !isRecord(after)) return false
    return this.changeMap({ maps: [node], shape: innerShape(field), before, after, depth })
  }

  /** Takes entries out of a map and puts new ones in. */
  private changeEntries(
    map: YAMLMap,
    shape: Shape | undefined,
    removed: ReadonlySet<Pair>,
    insertions: readonly Insertion[],
  ): boolean {
    const kept = map.items.filter((pair) => !removed.has(pair))
    if (kept.length === map.items.length && insertions.length === 0) return true
    if (kept.length === 0) return false
    const isRemoved = (item: unknown) => isPair(item) && removed.has(item)
    const removals = map.flow
      ? removeInFlow(map.items, isRemoved)
      : removeEntries(this.text, map.items, removed)
    return (
      this.add(removals) &&
      insertions.every(({ key, value }) => {
        const behind = this.pairBefore(kept, key, shape)
        return this.add(
          map.flow
            ? insertInFlow(behind, kept[0], flowEntry(key, value))
            : insertEntry(this.text, behind, kept[0], key, value),
        )
      })
    )
  }

  /** The kept entry that a new key stands behind, by the table's order; the last one without a table. */
  private pairBefore(kept: readonly Pair[], key: string, shape: Shape | undefined): Pair | undefined {
    if (!shape || !Object.hasOwn(shape, key)) return kept.at(-1)
    const order = Object.keys(shape)
    const place = (pair: Pair) => order.indexOf(canonicalKey(shape, keyText(pair.key, this.anchors) ?? ''))
    const before = kept.filter((pair) => place(pair) < order.indexOf(key) && place(pair) >= 0)
    return before.reduce<Pair | undefined>(
      (best, pair) => (best === undefined || place(pair) > place(best) ? pair : best),
      undefined,
    )
  }

  private changeList(
    list: YAMLSeq,
    field: Field | undefined,
    before: readonly unknown[],
    after: readonly unknown[],
    depth: number,
  ): boolean {
    const { items } = list
    // Items that were wrong are not among the values.
    if (items.length !== before.length || items.length === 0) return false
    const mark = this.edits.length
    const changes = listChanges(before, after)
    const stays = new Set(
      changes.flatMap((change) => (change.kind === 'keep' || change.kind === 'change' ? [change.from] : [])),
    )
    const short = (value: unknown) => (field?.kind === 'list' ? shortenItem(field, value) : value)
    const done =
      stays.size > 0 &&
      changes.every((change) => {
        if (change.kind !== 'change') return true
        const node = items[change.from]
        const value = after[change.to]
        return (
          this.changeNode(node, field, before[change.from], value, depth + 1) ||
          this.replaceItem(list, change.from, short(value))
        )
      }) &&
      this.add(
        list.flow
          ? removeInFlow(items, (_, index) => !stays.has(index))
          : removeItems(this.text, list, stays),
      ) &&
      this.insertItems(list, changes, least(stays), (index) => short(after[index]))
    if (!done) this.edits.length = mark
    return done
  }

  private replaceItem(list: YAMLSeq, index: number, value: unknown): boolean {
    const span = spanOf(list.items[index])
    if (!list.flow) return this.add(replaceItem(this.text, list, index, value))
    return this.add(span && [{ ...span, text: flow(value) }])
  }

  private insertItems(
    list: YAMLSeq,
    changes: readonly ItemChange[],
    firstStaying: number,
    newItem: (index: number) => unknown,
  ): boolean {
    let behind: number | undefined
    for (const change of changes) {
      if (change.kind === 'keep' || change.kind === 'change') behind = change.from
      if (change.kind !== 'insert') continue
      const value = newItem(change.to)
      const node = behind === undefined ? undefined : list.items[behind]
      const edits = list.flow
        ? insertInFlow(node, list.items[firstStaying], flow(value))
        : insertItem(this.text, list, behind, firstStaying, value)
      if (!this.add(edits)) return false
    }
    return true
  }

  /** False for edits that could not be made out. */
  private add(edits: readonly Edit[] | undefined): boolean {
    if (edits) appendAll(this.edits, edits)
    return edits !== undefined
  }
}

function keysInOrder(shape: Shape | undefined, before: UnknownRecord, after: UnknownRecord): string[] {
  const keys = new Set([...(shape ? Object.keys(shape) : []), ...Object.keys(before), ...Object.keys(after)])
  return [...keys]
}

function shortOf(field: Field | undefined, value: unknown): unknown {
  return field ? shortenField(field, value) : value
}

function least(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY
  for (const number of numbers) found = Math.min(found, number)
  return found
}
