/** The lines of virt-xml that change what virsh has no command for. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import type { Group } from './difference.ts'
import { isDevice, pattern } from './place-in-domain.ts'
import {
  plainValue,
  type VirtXmlWord,
  virtXmlBootDevices,
  virtXmlDevices,
  virtXmlOptions,
  virtXmlSetting,
} from './virt-xml-facts.ts'

/** What one line does, but for the name of the VM. */
export interface VirtXmlEdit {
  /** `--edit`, `--edit 2`, `--remove-device`. */
  readonly action: readonly string[]
  /** `--boot`. */
  readonly option: string
  /** What stands behind the option, between commas. */
  readonly words: readonly string[]
  /** Lines with a lower one run first. */
  readonly rank: number
}

/** Behind the settings, which have the number of their option. */
const edits = 100
const bootOrders = 1000
const removals = 100_000
const additions = 200_000

/**
 * The edits that make all of these differences, one for each; undefined where one of them has none.
 *
 * @param groups what only the definition says
 */
export function virtXmlEdits(
  groups: readonly Group[],
  before: Domain,
  after: Domain,
): readonly VirtXmlEdit[] | undefined {
  const found = groups.map((group) =>
    isDevice(group.path) ? deviceEdit(group, before, after) : settingEdit(group, before, after),
  )
  const known = found.filter((edit) => edit !== undefined)
  return known.length === groups.length ? known : undefined
}

/** As few lines as make the edits: one for all that an option says of one thing. */
export function joined(all: readonly VirtXmlEdit[]): readonly VirtXmlEdit[] {
  const lines = new Map<string, VirtXmlEdit>()
  for (const [index, edit] of all.toSorted((one, other) => one.rank - other.rank).entries()) {
    const isShared = edit.action[0] === '--edit'
    const key = JSON.stringify([edit.action, edit.option, isShared ? '' : index])
    const { words = [] } = lines.get(key) ?? {}
    lines.set(key, { ...edit, words: [...new Set([...words, ...edit.words])] })
  }
  return [...lines.values()].filter(({ words }) => words.length > 0)
}

function settingEdit({ path, places }: Group, before: Domain, after: Domain): VirtXmlEdit | undefined {
  const [place] = places
  const setting = virtXmlSetting(pattern(path), {
    before,
    after,
    was: place?.before,
    wanted: place?.after,
  })
  return (
    setting && {
      action: ['--edit'],
      option: setting.option,
      words: setting.words.map(wordText),
      rank: virtXmlOptions.indexOf(setting.option),
    }
  )
}

function wordText([key, value]: VirtXmlWord): string {
  return value === undefined ? key : `${key}=${value}`
}

function deviceEdit(group: Group, before: Domain, after: Domain): VirtXmlEdit | undefined {
  const kind = String(group.path[1])
  const order = bootOrderEdit(kind, group, before)
  if (order !== undefined) return order
  const facts = ownValue(virtXmlDevices, kind)
  if (facts === undefined) return undefined
  const { option, keys, addedWith } = facts
  const number = numberOf(group.from)
  if (group.to === undefined)
    return { action: ['--remove-device'], option, words: [String(number)], rank: rankOfRemoval(kind, number) }
  if (group.from === undefined) {
    const device = valueAt(after, group.to)
    const words = wordsOf(leavesOf(device), keys)
    const isWhole = addedWith?.every((key) => words?.some((word) => word.startsWith(`${key}=`)))
    return words && isWhole === true
      ? { action: ['--add-device'], option, words, rank: additions }
      : undefined
  }
  const { from } = group
  const changes = group.places.flatMap((place) =>
    leavesOf(place.after, (place.from ?? []).slice(from.length)),
  )
  const words = wordsOf(changes, keys)
  return words && { action: ['--edit', String(number)], option, words, rank: edits }
}

/** The last of a kind first, so that the others keep their numbers. */
function rankOfRemoval(kind: string, number: number): number {
  return removals + 1000 * (1 + Object.keys(virtXmlDevices).indexOf(kind)) - Math.min(number, 999)
}

/** virt-xml counts the devices of a kind from one. */
function numberOf(path: Path | undefined): number {
  const index = path?.at(-1)
  return typeof index === 'number' ? index + 1 : 1
}

/** An order at a device, where `<os>` said one: the order of no other device moves. */
function bootOrderEdit(kind: string, { from, places }: Group, before: Domain): VirtXmlEdit | undefined {
  const facts = ownValue(virtXmlBootDevices, kind)
  const [place, another] = places
  const isOrder = from !== undefined && pattern((place?.from ?? []).slice(from.length)) === 'boot.order'
  if (facts === undefined || !isOrder || another !== undefined) return undefined
  const name = plainValue(valueAt(valueAt(before, from), facts.knownBy))
  const order = place?.after
  if (!name || typeof order !== 'number' || (before.os?.boot?.length ?? 0) === 0) return undefined
  return {
    action: ['--edit', `${facts.key}=${name}`],
    option: facts.option,
    words: [`boot.order=${order}`],
    rank: Math.min(bootOrders + order, removals - bootOrders),
  }
}

type Leaf = readonly [key: string, value: unknown]

function leavesOf(held: unknown, path: Path = []): readonly Leaf[] {
  if (!isRecord(held)) return [[path.join('.'), held]]
  const inner = Object.entries(held).filter(([, value]) => value !== undefined)
  return inner.length === 0
    ? [[path.join('.'), held]]
    : inner.flatMap(([key, value]) => leavesOf(value, [...path, key]))
}

function wordsOf(
  leaves: readonly Leaf[],
  keys: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  const words = leaves.map(([key, held]) => {
    const name = ownValue(keys, key)
    const value = plainValue(held)
    return name === undefined || value === undefined ? undefined : `${name}=${value}`
  })
  const known = words.filter((word) => word !== undefined)
  return known.length === words.length ? known : undefined
}
