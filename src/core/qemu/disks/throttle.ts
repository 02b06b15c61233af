/** Limits of disks. libvirt manual, Hard drives (iotune, throttlefilters); QAPI, ThrottleGroupProperties. */
import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { setOwn } from '../../text/index.ts'
import type { Build } from '../build/index.ts'
import { type Decisions, written } from '../decisions/index.ts'
import type { OptionValue } from '../words/options.ts'
import { emitPairs, object } from '../writing/index.ts'

export type Limits = NonNullable<Item<Devices['disks']>['iotune']>

export type LimitKey = Exclude<keyof Limits, 'group_name' | '$rest'>

/** libvirt's limits, by QEMU's names for them: `limits.bps-total` of a group, `throttling.bps-total` of a -drive. */
export const limitKeys: Readonly<Record<LimitKey, string>> = {
  total_bytes_sec: 'bps-total',
  read_bytes_sec: 'bps-read',
  write_bytes_sec: 'bps-write',
  total_iops_sec: 'iops-total',
  read_iops_sec: 'iops-read',
  write_iops_sec: 'iops-write',
  total_bytes_sec_max: 'bps-total-max',
  read_bytes_sec_max: 'bps-read-max',
  write_bytes_sec_max: 'bps-write-max',
  total_iops_sec_max: 'iops-total-max',
  read_iops_sec_max: 'iops-read-max',
  write_iops_sec_max: 'iops-write-max',
  size_iops_sec: 'iops-size',
  total_bytes_sec_max_length: 'bps-total-max-length',
  read_bytes_sec_max_length: 'bps-read-max-length',
  write_bytes_sec_max_length: 'bps-write-max-length',
  total_iops_sec_max_length: 'iops-total-max-length',
  read_iops_sec_max_length: 'iops-read-max-length',
  write_iops_sec_max_length: 'iops-write-max-length',
}

export function isLimit(key: string): key is LimitKey {
  return Object.hasOwn(limitKeys, key)
}

export const limitsDecisions: Decisions<Limits> = {
  group_name: written,
  ...Object.fromEntries(Object.keys(limitKeys).map((key) => [key, written])),
}

/**
 * The limits as keys.
 *
 * @param prefix `x-` for `-object`, whose nested `limits` is for JSON alone; `throttling.` for `-drive`
 */
export function limitOptions(limits: Limits, prefix: string): Record<string, OptionValue> {
  const pairs: Record<string, OptionValue> = {}
  for (const [key, value] of Object.entries(limits))
    if (isLimit(key) && typeof value === 'number')
      setOwn<OptionValue>(pairs, `${prefix}${limitKeys[key]}`, value)
  return pairs
}

/** What libvirt calls the object of a group of `<throttlegroups>`. */
export const namedGroup = 'throttle-'
/** What we call the object of an `<iotune>`, which libvirt sets in a running QEMU. */
export const ownGroup = 'limits-'

/** The groups that disks name in their filters. */
export function renderThrottleGroups(build: Build): void {
  for (const [index, group] of (build.domain.throttlegroups ?? []).entries())
    object(
      build,
      'throttle-group',
      ['throttlegroups', index],
      { id: idText(`${namedGroup}${group.group_name ?? index}`) },
      limitOptions(group, 'x-'),
    )
}

/**
 * A filter around the node; disks with the same group name share one group.
 *
 * @param dev the disk's name in libvirt: vda
 * @returns the name of the node that the disk uses
 */
export function renderLimits(
  build: Build,
  limits: Limits | undefined,
  dev: string,
  node: string,
  path: Path,
): string {
  if (limits === undefined) return node
  const group = idText(`${ownGroup}${limits.group_name ?? dev}`)
  if (!build.present.has(group)) {
    build.present.add(group)
    object(build, 'throttle-group', path, { id: group }, limitOptions(limits, 'x-'))
  }
  return renderThrottle(build, group, nodeText(`libvirt-iotune-${dev}`), node, path)
}

/** One throttle node above another node. */
export function renderThrottle(build: Build, group: string, name: string, node: string, path: Path): string {
  emitPairs(build, '-blockdev', path, 'driver=throttle', {
    'node-name': name,
    'throttle-group': group,
    file: node,
  })
  return name
}

/** QEMU's ids hold letters, digits, `-`, `.` and `_`. */
export function idText(text: string): string {
  return text.replace(/[^\w.-]/g, '_')
}

/** Names of nodes are ids of at most 31 characters. */
export function nodeText(text: string): string {
  return idText(text).slice(0, 31)
}
