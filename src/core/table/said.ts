/** What a value of a table says: its maps and their fields, each with its declaration. A place is made when it is asked for. */
import type { Path } from '../finding.ts'
import { ownValue } from '../text/index.ts'
import type { Field, Shape } from './field.ts'
import type { Around } from './only.ts'
import { isRecord, type UnknownRecord } from './record.ts'

/** A map of the value. */
export interface SaidMap extends Around {
  readonly outer: SaidMap | undefined
  /** Where it stands in the map around it; '' for the value itself. */
  readonly key: string
  /** In the list of that key; undefined when the key is no list. */
  readonly index: number | undefined
}

export interface SaidField {
  /** The map that it stands in. */
  readonly map: SaidMap
  readonly key: string
  readonly field: Field
  readonly value: unknown
}

export interface Said {
  /** The value itself first, each before what is in it. */
  readonly maps: readonly SaidMap[]
  /** Each before what is in it. */
  readonly fields: readonly SaidField[]
}

/** All maps and all fields that a value says. */
export function saidIn(shape: Shape, value: object): Said {
  const maps: SaidMap[] = []
  const fields: SaidField[] = []
  if (isRecord(value)) enter(undefined, '', undefined, shape, value, false)
  return { maps, fields }

  function enter(
    outer: SaidMap | undefined,
    key: string,
    index: number | undefined,
    shapeOfMap: Shape,
    valueOfMap: UnknownRecord,
    isAddition: boolean,
  ): void {
    const map = { shape: shapeOfMap, value: valueOfMap, isAddition, outer, key, index }
    maps.push(map)
    visitFields(map)
  }

  function visitFields(map: SaidMap): void {
    for (const [key, inside] of Object.entries(map.value)) {
      const field = ownValue(map.shape, key)
      if (inside === undefined || field === undefined) continue
      fields.push({ map, key, field, value: inside })
      if (field.kind === 'child' && isRecord(inside))
        enter(map, key, undefined, field.shape(), inside, field.isAddition === true)
      else if (field.kind === 'list' && Array.isArray(inside))
        for (const [index, item] of inside.entries())
          if (isRecord(item)) enter(map, key, index, field.shape(), item, false)
    }
  }
}

/** Where the map stands in the value. */
export function pathOfMap({ outer, key, index }: SaidMap): Path {
  if (outer === undefined) return []
  return index === undefined ? [...pathOfMap(outer), key] : [...pathOfMap(outer), key, index]
}

/** Where the field stands in the value. */
export function pathOf({ map, key }: SaidField): Path {
  return [...pathOfMap(map), key]
}

/** The first step to the field: the field of the whole value that it is, or is in. */
export function firstKey({ map, key }: SaidField): string {
  let first = key
  for (let around = map; around.outer !== undefined; around = around.outer) first = around.key
  return first
}
