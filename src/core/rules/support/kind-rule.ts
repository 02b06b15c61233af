/**
 * A rule about the fields that a device or the clock says and that its kind has not: which those are stands in the tables, where each
 * names the rule (`misfit`).
 */
import { type DeviceList, devices, domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { valueAt } from '../../path.ts'
import type { RuleId } from '../../rule-ids.ts'
import { type Decider, decidersOf, type Field, isRecord, kindSaid, type Shape } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { deviceRule } from './device-rule.ts'
import { partRule } from './part-rule.ts'
import type { DomainProblem, Rule } from './rule.ts'

/** A field beside a kind that has not got it. */
export interface Misfit {
  /** Below the device, dotted. */
  readonly key: string
  /** The field that says the kind, the same way. */
  readonly by: string
  readonly said: string
  readonly allowed: readonly string[]
}

type KindRule = Omit<Rule, 'check'> & {
  /** About one of them; the fix leaves the field out. */
  says(misfit: Misfit): string
}

/** @param of what it is about: the devices of a list, or the clock */
export function kindRule(of: DeviceList | 'clock', { says, ...rule }: KindRule): Rule {
  const check = misfitsIn(of, rule.id, says)
  return of === 'clock' ? partRule(of, { ...rule, check }) : deviceRule(of, { ...rule, check })
}

/**
 * The problems of such a rule, for one that has more to say.
 *
 * @returns those of one device; paths are below it
 */
export function misfitsIn(
  of: DeviceList | 'clock',
  id: RuleId,
  says: KindRule['says'],
): (device: object) => readonly DomainProblem[] {
  let limits: readonly LimitedMap[] | undefined
  return (device) => {
    limits ??= limitsOf((of === 'clock' ? domain[of] : devices[of]).shape(), id)
    return misfitsOf(device, limits).map(({ path, misfit }) => ({
      at: path,
      message: says(misfit),
      fix: { title: `Leave ${misfit.key} out` },
    }))
  }
}

/**
 * Says which kinds have the field, and which one this is.
 *
 * @param what `disk on the bus`, before the kind; by the field that says the kind where there are several
 */
export function isFor(what: string | Readonly<Record<string, string>>): (misfit: Misfit) => string {
  return ({ key, by, said, allowed }) =>
    `${key} is for a ${typeof what === 'string' ? what : ownValue(what, by)} ${allowed.join(' or ')}; this one is ${said}. Leave it out.`
}

/** The fields of one map of a device that belong to some kinds. */
interface LimitedMap {
  readonly path: readonly string[]
  readonly fields: readonly Limited[]
}

interface Limited {
  readonly name: string
  /** Below the device, dotted. */
  readonly key: string
  readonly harmless: readonly unknown[]
  readonly deciders: readonly Placed[]
}

interface Placed extends Decider {
  /** Of the map that the decider is found from, below the device. */
  readonly from: readonly string[]
  /** Of the decider, dotted. */
  readonly by: string
  /** False for one that another rule speaks of. */
  readonly isOurs: boolean
}

interface PlacedMisfit {
  readonly path: Path
  readonly misfit: Misfit
}

function misfitsOf(device: object, limits: readonly LimitedMap[]): readonly PlacedMisfit[] {
  const found: PlacedMisfit[] = []
  for (const { path, fields } of limits) {
    const map = valueAt(device, path)
    if (!isRecord(map)) continue
    for (const { name, key, harmless, deciders } of fields) {
      const held = ownValue(map, name)
      if (held === undefined || harmless.includes(held)) continue
      const misfit = firstMisfit(device, deciders, key)
      if (misfit !== undefined) found.push({ path: [...path, name], misfit })
    }
  }
  return found
}

/** Undefined when the kind has the field, when nobody knows the kind, and when another rule speaks of it. */
function firstMisfit(device: object, deciders: readonly Placed[], key: string): Misfit | undefined {
  for (const decider of deciders) {
    const around = valueAt(device, decider.from)
    const said = isRecord(around) ? kindSaid(decider, { value: around }) : undefined
    const { by, allowed } = decider
    if (said !== undefined && !allowed.includes(said))
      return decider.isOurs ? { key, by, said, allowed } : undefined
  }
  return undefined
}

/** The fields of a device that a rule speaks of. */
function limitsOf(shape: Shape, id: RuleId): readonly LimitedMap[] {
  const found: LimitedMap[] = []
  const entered = new Set<Shape>()
  collect(shape, [], [])
  return found

  /** Lists are passed over: an item is no device. A shape is entered once: a layer of a disk has the source of the disk. */
  function collect(inner: Shape, outer: readonly Shape[], path: readonly string[]): void {
    if (entered.has(inner)) return
    entered.add(inner)
    const around = [inner, ...outer]
    const fields = Object.entries(inner)
    const ours = fields.filter(([, { meta }]) => Object.values(meta.misfit ?? {}).includes(id))
    if (ours.length > 0)
      found.push({ path, fields: ours.map(([name, field]) => limited(field, [...path, name], around, id)) })
    for (const [name, field] of fields)
      if (field.kind === 'child') collect(field.shape(), around, [...path, name])
  }
}

function limited(field: Field, path: readonly string[], around: readonly Shape[], id: RuleId): Limited {
  const deciders = decidersOf(field, around).map((decider): Placed => {
    const from = path.slice(0, path.length - 1 - decider.owner)
    const isOurs = ownValue(field.meta.misfit, decider.key) === id
    return { ...decider, from, by: [...from, ...decider.steps].join('.'), isOurs }
  })
  return { name: path.at(-1) ?? '', key: path.join('.'), harmless: field.meta.harmless ?? [], deciders }
}
