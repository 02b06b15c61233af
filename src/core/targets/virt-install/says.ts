/** What the sub-options of one option say of an element, and what is left to XPaths. */

import type { Path } from '../../finding.ts'
import type { TreeElement, TreeText } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { type OptionRow, suboptionsOf } from './options.ts'

/** A sub-option with its value. */
export interface Said {
  readonly name: string
  readonly value: string
}

/** A place of the XML below the element that no sub-option says. */
export interface Unsaid {
  /** From the element: `source/address/@bus`. */
  readonly xpath: string
  /** Undefined for an element that is there, and says nothing. */
  readonly value: string | undefined
  readonly path: Path
}

export interface Saying {
  readonly said: readonly Said[]
  readonly unsaid: readonly Unsaid[]
}

interface Place {
  /** As the table has it: `portForward[]/range[]`, without the signs where it is not one of several. */
  readonly plain: string
  readonly numbers: readonly number[]
  readonly xpath: string
}

/** It writes the value of an attribute as XML, and that as XML again (virtinst/xmlapi.py of 5.0, _node_set_content). */
export function isSayable(value: string): boolean {
  return !/[<>&"']/.test(value)
}

/** @param wanted whether a child of the element belongs to this option; all do where nothing is said */
export function sayingOf(element: TreeElement, row: OptionRow, wanted?: (name: string) => boolean): Saying {
  const names = namesOf(row)
  const said: Said[] = []
  const unsaid: Unsaid[] = []
  const add = (place: Place, end: string, held: TreeText | undefined, path: Path) => {
    const name = names.get(place.plain + end)
    const value = held?.text
    const found = name === undefined ? undefined : withNumbers(name, place.numbers)
    const numbered = found === undefined ? undefined : (ownValue(row.writtenAs, found) ?? found)
    const canSay = !end.includes('@') || isSayable(value ?? '')
    if (numbered !== undefined && canSay && !said.some((one) => one.name === numbered))
      said.push({ name: numbered, value: value ?? 'yes' })
    else unsaid.push({ xpath: `${place.xpath}${end === '!' ? '' : end}`, value, path: held?.path ?? path })
  }
  const visit = (one: TreeElement, place: Place) => {
    const before = place.plain === '' ? '@' : '/@'
    for (const [name, held] of one.attributes) add(place, before + name, held, held.path)
    if (one.text !== undefined) add(place, '', one.text, one.text.path)
    if (
      place.plain !== '' &&
      one.attributes.size === 0 &&
      one.text === undefined &&
      one.children.length === 0
    )
      add(place, '!', undefined, one.path)
    const counted = new Map<string, number>()
    for (const child of one.children) {
      const number = counted.get(child.name) ?? 0
      counted.set(child.name, number + 1)
      if (place.plain !== '' || wanted === undefined || wanted(child.name))
        visit(child, below(place, child.name, number))
    }
  }
  visit(element, { plain: '', numbers: [], xpath: '' })
  return { said, unsaid }
}

function below({ plain, numbers, xpath }: Place, name: string, number: number): Place {
  const sign = plain === '' ? '' : '/'
  return {
    plain: `${plain}${sign}${name}`,
    numbers: [...numbers, number],
    xpath: `${xpath}${sign}${name}${number === 0 ? '' : `[${number + 1}]`}`,
  }
}

interface Name {
  /** `portForward[].range[].start`. */
  readonly name: string
  /** For each element on the way, whether it is one of several. */
  readonly several: readonly boolean[]
}

const known = new WeakMap<OptionRow, ReadonlyMap<string, Name>>()

function namesOf(row: OptionRow): ReadonlyMap<string, Name> {
  const found = known.get(row)
  if (found !== undefined) return found
  const made = new Map(
    [...suboptionsOf(row)].map(([place, name]): [string, Name] => {
      const parts = place.replace(/!$|\/?@.*/, '').split('/')
      return [place.replaceAll('[]', ''), { name, several: parts.map((part) => part.endsWith('[]')) }]
    }),
  )
  known.set(row, made)
  return made
}

/** Undefined when one of several is meant and the sub-option knows but one. */
function withNumbers({ name, several }: Name, numbers: readonly number[]): string | undefined {
  const own = numbers.filter((_, index) => several[index] === true)
  if (numbers.some((number, index) => number > 0 && several[index] !== true)) return undefined
  let index = 0
  return name.replaceAll('[]', () => String(own[index++] ?? 0))
}
