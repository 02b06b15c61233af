/** Moving a chip, as changes of the design: pins of vCPUs, of the emulator and of I/O threads. */
import { type Change, formatCpuList } from '../../core.ts'
import { below, type SpecPath, say, specPath } from '../../spec-path.ts'
import type { Chip, GuestThreads, ThreadPin } from './pinned-threads.ts'

const cputune = specPath(['libvirt', 'cputune'])

/** Where a list of pins is, by the kind of thread. */
export const pinPaths = {
  vcpu: below(cputune, ['vcpupin']),
  iothread: below(cputune, ['iothreadpin']),
  emulator: below(cputune, ['emulatorpin']),
} as const satisfies Readonly<Record<Chip['kind'], SpecPath>>

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
    return [cpus === '' ? { path: pinPaths.emulator } : say(below(pinPaths.emulator, ['cpuset']), cpus)]
  const pins = chip.kind === 'vcpu' ? guest.vcpupin : guest.iothreadpin
  const value = withCpus(pins, chip.kind, chip.number, cpus)
  const path = pinPaths[chip.kind]
  return [value.length === 0 ? { path } : { path, value }]
}

/** The pins with one changed, added or (no host CPUs) taken away, sorted by number; the rest of a pin stays. */
function withCpus(
  pins: readonly ThreadPin[],
  key: 'vcpu' | 'iothread',
  number: number,
  cpus: string,
): readonly ThreadPin[] {
  const isIt = (pin: ThreadPin) => pin[key] === number
  const others = pins.filter((pin) => !isIt(pin))
  const next = cpus === '' ? others : [...others, { ...pins.find(isIt), [key]: number, cpuset: cpus }]
  return next.toSorted((one, other) => (one[key] ?? 0) - (other[key] ?? 0))
}
