/** Throttle groups to limits. The way back of throttle.ts. */
import type { OptionInHand, Reading } from '../reading/index.ts'
import type { Backend, ThrottleGroup } from './backend.ts'
import { isLimit, type LimitKey, type Limits, limitKeys, namedGroup, ownGroup } from './throttle.ts'

/** Groups are shared by disks: what one disk took is still there for the next. */
const taken = new WeakMap<Reading, Map<string, Limits>>()

/** The limits of a group; those of a group that libvirt names go to the Domain. */
export function takeGroup(backend: Backend, group: ThrottleGroup): Limits | undefined {
  const { reading } = backend
  const { id } = group
  const groups = taken.get(reading) ?? new Map<string, Limits>()
  taken.set(reading, groups)
  const option = reading.named('object', id)
  if (option === undefined || option.peek('qom-type') === 'secret') return undefined
  backend.options.add(option)
  const held = groups.get(id)
  if (held !== undefined) return held
  option.take('qom-type')
  option.take('id')
  const prefix = id.startsWith(namedGroup) ? namedGroup : ownGroup
  const name = id.startsWith(prefix) ? id.slice(prefix.length) : id
  const limits = {
    ...takeLimits(option, 'limits.', 'x-'),
    ...(group.isOfDisk ? {} : { group_name: name }),
  }
  if (isNamed(group)) reading.domain.throttlegroups = [...(reading.domain.throttlegroups ?? []), limits]
  groups.set(id, limits)
  return limits
}

/** Whether a group is one that libvirt keeps by its name. */
export function isNamed({ id, isOfDisk }: ThrottleGroup): boolean {
  return id.startsWith(namedGroup) && !isOfDisk
}

/** Takes all limits behind the first prefix that has one; a limit of 0 is none. */
export function takeLimits(option: OptionInHand, ...prefixes: readonly string[]): Limits {
  const limits: { -readonly [Key in LimitKey]?: number } = {}
  for (const [key, name] of Object.entries(limitKeys)) {
    const value = option.takeNumber(...prefixes.map((prefix) => prefix + name))
    if (value !== undefined && value !== 0 && isLimit(key)) limits[key] = value
  }
  return limits
}
