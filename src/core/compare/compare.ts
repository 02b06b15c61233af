/** Two Domains compared: what differs in words, when a change is in force, and the commands that make it. */
import { type Domain, renderXmlText } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { virsh, virtXml } from './commands.ts'
import type { Context, Difference, Group } from './difference.ts'
import { freePciPorts } from './free-ports.ts'
import { anewFor, judge } from './judge.ts'
import { isRunning } from './live-places.ts'
import { isDevice, pattern } from './place-in-domain.ts'
import { comparePlaces, type LeftAside, type Place } from './places.ts'
import { type ScriptOptions, scriptOf } from './script.ts'
import { type How, settingFacts } from './setting-facts.ts'
import { joined, type VirtXmlEdit, virtXmlEdits } from './virt-xml.ts'

export type { Difference, How, LeftAside }

export interface Comparison {
  readonly differences: readonly Difference[]
  readonly leftAside: readonly LeftAside[]
  /** Both as they are compared, as XML. */
  readonly xml: { readonly before: string; readonly after: string }
  /** All commands in the order in which they make the first Domain the second one; '' where nothing differs. */
  readonly script: string
}

export interface CompareOptions extends ScriptOptions {
  readonly host?: HostFacts | undefined
  /** The connection that the commands name: `qemu:///system`. That of the person's settings when left out. */
  readonly uri?: string | undefined
}

/**
 * Compares two Domains. What libvirt adds by itself to the one that it wrote, and what only a running VM has, is left
 * aside; devices are matched by what they are.
 *
 * @param before what is there: of a VM that runs (`virsh dumpxml`), of its definition (`--inactive`), or of a design
 * @param after what it is to be
 */
export function compare(before: Domain, after: Domain, options: CompareOptions = {}): Comparison {
  const original = asRead(before)
  const compared = comparePlaces(original, asRead(after), options.host)
  const running = isRunning(before)
  const groups = grouped(compared.places)
  const context: Context = {
    original,
    before: compared.before,
    after: compared.after,
    running,
    say: virsh(options.uri),
    edit: virtXml(options.uri),
    name: before.name ?? '',
    freePorts: running ? freePciPorts(compared.before) : Number.POSITIVE_INFINITY,
  }
  // A VM keeps its UUID: with another one it is another VM, defined anew.
  const isOther = groups.some(({ path }) => pattern(path) === 'uuid')
  const judged = groups.map((group) => (isOther ? anewFor(group, context) : judge(group, context)))
  const anew = groups.filter((_, index) => judged[index]?.how === 'new definition')
  const all = isOther ? undefined : virtXmlEdits(anew, original, context.after)
  const told = all === undefined ? judged : judged.map(toldBy(anew, all, groups, context))
  const edits = { all: all ?? [], differences: new Set(told.filter((one, index) => one !== judged[index])) }
  const differences = told.toSorted((one, other) => orderOf(one) - orderOf(other))
  return {
    differences,
    leftAside: compared.leftAside,
    xml: { before: renderXmlText(compared.before), after: renderXmlText(compared.after) },
    script: differences.length === 0 ? '' : scriptOf(differences, edits, context, isOther, options),
  }
}

/** The difference with the line of virt-xml that makes it, where it has one. */
function toldBy(
  anew: readonly Group[],
  edits: readonly VirtXmlEdit[],
  groups: readonly Group[],
  { edit, name }: Context,
): (difference: Difference, index: number) => Difference {
  return (difference, index) => {
    const group = groups[index]
    const found = group === undefined ? -1 : anew.indexOf(group)
    if (found < 0) return difference
    const lines = joined(edits.slice(found, found + 1)).map((one) => edit(name, one))
    return { ...difference, how: 'restart', why: 'a running VM keeps it as it started', commands: lines }
  }
}

/** The shape that reading gives: a design has shorter ways to say some of it. */
function asRead(domain: Domain): Domain {
  return readDomainXml(renderXmlText(domain)).domains[0]?.domain ?? domain
}

function grouped(places: readonly Place[]): readonly Group[] {
  const groups = new Map<
    string,
    { path: Path; from: Path | undefined; to: Path | undefined; places: Place[] }
  >()
  for (const place of places) {
    const from = place.from && unitOf(place.from)
    const to = place.to && unitOf(place.to)
    const path = to ?? from ?? []
    const key = JSON.stringify([from ?? null, to ?? null])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { path, from, to, places: [place] })
    else group.places.push(place)
  }
  return [...groups.values()]
}

/** The path of the device that it belongs to, or its own. */
function unitOf(path: Path): Path {
  for (let length = 2; length <= Math.min(3, path.length); length += 1) {
    const start = path.slice(0, length)
    if (isDevice(start) && !(length === 2 && typeof path[2] === 'number')) return start
  }
  return path
}

function orderOf({ path }: Difference): number {
  const index = Object.keys(settingFacts).indexOf(pattern(path))
  return path[0] === 'devices' ? 1000 : index < 0 ? 999 : index
}
