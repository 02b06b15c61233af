/** Knows a preset again from what a design says. */

import type { VmSpec } from '../core/index.ts'
import { ownValue } from '../core/index.ts'
import { withoutDefaults } from '../core/spec/index.ts'
import { designOf } from './design-of.ts'
import { type Preset, presets } from './presets.ts'

/**
 * What every author is expected to change: where the system comes from, sizes, ports, names, pins, devices of the host,
 * and what the guest does at its first boot. `*` is each item of a list.
 */
const freeInAll: readonly string[] = [
  'guest',
  'source',
  'disk_size',
  'ram',
  'cpu',
  'ssh',
  'cloud_init',
  'network.bridge',
  'network.port_forwards',
  'libvirt.iothreads',
  'libvirt.cputune',
  'libvirt.cpu.topology',
  'libvirt.memory_backing.hugepages.size',
  'libvirt.os.loader.value',
  'libvirt.features.hyperv.vendor_id.value',
  'libvirt.devices.filesystems.*.source',
  'libvirt.devices.filesystems.*.target',
  'libvirt.devices.shmem.*.name',
  'libvirt.devices.shmem.*.size',
]

/**
 * @returns the preset that says most of what the design says too: all that it says and that is not free has to be there,
 * with the same values, the items of lists in any order; what the design says beyond that does not matter
 */
export function presetOf(spec: VmSpec): Preset | undefined {
  const known = presets.filter((preset) => isOf(spec, preset))
  return known.reduce<Preset | undefined>(
    (most, preset) =>
      most === undefined || count(designOf(preset).spec) > count(designOf(most).spec) ? preset : most,
    undefined,
  )
}

function isOf(spec: VmSpec, preset: Preset): boolean {
  const free = new Set([...freeInAll, ...preset.free])
  const wanted = designOf(preset).spec
  return (
    preset.without.every((path) => isEmpty(at(spec, path))) &&
    says(spec, wanted, withoutDefaults(wanted), '', free)
  )
}

/**
 * True when `said` has all that `wanted` has, but for what is free. A design that came by a link or out of a vm.yml does
 * not say what goes without saying; `needed` is what is left of `wanted` then.
 */
function says(
  said: unknown,
  wanted: unknown,
  needed: unknown,
  path: string,
  free: ReadonlySet<string>,
): boolean {
  if (free.has(path) || (said === undefined && needed === undefined)) return true
  if (Array.isArray(wanted)) {
    if (!Array.isArray(said)) return false
    const left: unknown[] = [...said]
    return wanted.every((item: unknown) => {
      const index = left.findIndex((other) => says(other, item, item, `${path}.*`, free))
      if (index >= 0) left.splice(index, 1)
      return index >= 0
    })
  }
  if (!isMap(wanted)) return said === wanted
  if (!isMap(said)) return false
  return Object.keys(wanted).every((key) =>
    says(
      ownValue(said, key),
      ownValue(wanted, key),
      isMap(needed) ? ownValue(needed, key) : undefined,
      below(path, key),
      free,
    ),
  )
}

/** How much there is in it. */
function count(held: unknown): number {
  if (Array.isArray(held)) return held.reduce<number>((sum, item: unknown) => sum + count(item), 0)
  return isMap(held) ? Object.values(held).reduce<number>((sum, item) => sum + count(item), 0) : 1
}

function at(held: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (isMap(inner) ? ownValue(inner, key) : undefined), held)
}

function isEmpty(held: unknown): boolean {
  return held === undefined || (Array.isArray(held) && held.length === 0)
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function isMap(held: unknown): held is Readonly<Record<string, unknown>> {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}
