/** Limits of disks. libvirt manual, Hard drives (iotune); QAPI, ThrottleGroupProperties. */
import type { Path } from '../../finding.ts'
import { type Build, type Devices, emit, type Item, object } from '../build.ts'
import { options } from '../options.ts'
import { type Said, said } from '../said.ts'

type Limits = NonNullable<Item<Devices['disks']>['iotune']>

export const limitsSaid: Said<Limits> = {
  total_bytes_sec: said,
  read_bytes_sec: said,
  write_bytes_sec: said,
  total_iops_sec: said,
  read_iops_sec: said,
  write_iops_sec: said,
  total_bytes_sec_max: said,
  read_bytes_sec_max: said,
  write_bytes_sec_max: said,
  total_iops_sec_max: said,
  read_iops_sec_max: said,
  write_iops_sec_max: said,
  size_iops_sec: said,
  group_name: said,
  total_bytes_sec_max_length: said,
  read_bytes_sec_max_length: said,
  write_bytes_sec_max_length: said,
  total_iops_sec_max_length: said,
  read_iops_sec_max_length: said,
  write_iops_sec_max_length: said,
}

/**
 * A filter around the node; disks with the same group name share one group.
 *
 * @returns the name of the node that the disk uses
 */
export function renderThrottle(build: Build, limits: Limits | undefined, node: string, path: Path): string {
  if (limits === undefined) return node
  const group = `limits-${limits.group_name ?? node}`.replace(/[^\w.-]/g, '_')
  if (!build.present.has(group)) {
    build.present.add(group)
    object(build, 'throttle-group', path, { id: group, ...groupOptions(limits) })
  }
  const name = `limited-${node}`
  emit(
    build,
    '-blockdev',
    path,
    options('driver=throttle', { 'node-name': name, 'throttle-group': group, file: node }),
  )
  return name
}

/** `-object` takes the flat names alone: `limits.bps-total` is for JSON. */
function groupOptions(limits: Limits) {
  return {
    'x-bps-total': limits.total_bytes_sec,
    'x-bps-read': limits.read_bytes_sec,
    'x-bps-write': limits.write_bytes_sec,
    'x-iops-total': limits.total_iops_sec,
    'x-iops-read': limits.read_iops_sec,
    'x-iops-write': limits.write_iops_sec,
    'x-bps-total-max': limits.total_bytes_sec_max,
    'x-bps-read-max': limits.read_bytes_sec_max,
    'x-bps-write-max': limits.write_bytes_sec_max,
    'x-iops-total-max': limits.total_iops_sec_max,
    'x-iops-read-max': limits.read_iops_sec_max,
    'x-iops-write-max': limits.write_iops_sec_max,
    'x-iops-size': limits.size_iops_sec,
    'x-bps-total-max-length': limits.total_bytes_sec_max_length,
    'x-bps-read-max-length': limits.read_bytes_sec_max_length,
    'x-bps-write-max-length': limits.write_bytes_sec_max_length,
    'x-iops-total-max-length': limits.total_iops_sec_max_length,
    'x-iops-read-max-length': limits.read_iops_sec_max_length,
    'x-iops-write-max-length': limits.write_iops_sec_max_length,
  }
}
