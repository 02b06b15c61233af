/** Moving a chip, as changes of the design: pins of vCPUs, of the emulator and of I/O threads. */
import { type Change, formatCpuList, type Path, type UnknownRecord } from '../../core.ts'
import { textAt } from '../spec-values.ts'
import type { Chip, GuestThreads } from './pinned-threads.ts'

const cputune: Path = ['libvirt', 'cputune']

/** Where a list of pins is, by the kind of thread. */
export const pinPaths = {
  vcpu: [...cputune, 'vcpupin'],
  iothread: [...cputune, 'iothreadpin'],
  emulator: [...cputune, 'emulatorpin'],
} as const satisfies Readonly<Record<Chip['kind'], Path>>

/**
 * Takes a chip from one host CPU to another.
 *
 * @param from the host CPU that it is taken from; undefined for the whole chip, wherever it is
 * @param to undefined for anywhere: it is unpinned
 * @returns no change when it is there already
 */
export function moveChip(
  guest: GuestThreads,
  chip: Chip,
  from: number | undefined,
  to: number | undefined,
): readonly Change[] {
  const held = from === undefined ? [] : (chip.cpus ?? []).filter((cpu) => cpu !== from)
  const cpus = formatCpuList(to === undefined ? held : [...held, to])
  if (cpus === formatCpuList(chip.cpus ?? []) && (chip.cpus !== undefined) === (cpus !== '')) return []
  if (chip.kind === 'emulator')
    return [
      cpus === '' ? { path: pinPaths.emulator } : { path: [...pinPaths.emulator, 'cpuset'], value: cpus },
    ]
  const pins = chip.kind === 'vcpu' ? guest.vcpupin : guest.iothreadpin
  const value = withCpus(pins, chip.kind, chip.number, cpus)
  const path = pinPaths[chip.kind]
  return [value.length === 0 ? { path } : { path, value }]
}

/** The pins with one changed, added or (no host CPUs) taken away, sorted by number; the rest of a pin stays. */
function withCpus(
  pins: readonly UnknownRecord[],
  key: 'vcpu' | 'iothread',
  number: number,
  cpus: string,
): readonly UnknownRecord[] {
  const isIt = (pin: UnknownRecord) => textAt(pin, key) === String(number)
  const others = pins.filter((pin) => !isIt(pin))
  const next = cpus === '' ? others : [...others, { ...pins.find(isIt), [key]: number, cpuset: cpus }]
  return next.toSorted((one, other) => Number(textAt(one, key)) - Number(textAt(other, key)))
}
