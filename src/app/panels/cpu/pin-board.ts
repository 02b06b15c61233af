/** Who runs where: the guest's vCPUs, its emulator and its I/O threads on the host's logical CPUs. */

import { formatCpuList, type HostTopology, parseCpuList } from '../../core.ts'
import { t } from '../../words/index.ts'
import { conflictsOf } from './pin-conflicts.ts'
import type { Chip, GuestThreads, ThreadPin } from './pinned-threads.ts'
import { guestCoreOf } from './topology-levels.ts'

/**
 * How a core of the host is used: `whole` by one guest core alone, `shared` between a vCPU and something else (another
 * guest core, the emulator, or the host itself on a thread that is left), `other` by emulator and I/O threads alone.
 */
export type CoreUse = 'free' | 'whole' | 'shared' | 'other'

export interface PinBoard {
  /** In the order of their numbers: vCPUs, emulator, I/O threads. */
  readonly chips: ReadonlyMap<string, Chip>
  /** The chips on a host CPU. */
  readonly onCpu: ReadonlyMap<number, readonly Chip[]>
  /** Chips that run anywhere. */
  readonly unpinned: readonly Chip[]
  /** Chips on more host CPUs than are drawn one by one, and those with some that the host has not. */
  readonly elsewhere: readonly Chip[]
  /** By the key of the core. */
  readonly uses: ReadonlyMap<string, CoreUse>
  /** What is wrong with a chip, in sentences, by its id. */
  readonly conflicts: ReadonlyMap<string, readonly string[]>
}

/** A chip on more host CPUs than this is not drawn on each: it says nothing there. */
const mostDrawn = 4

/** Of the threads that are not pinned, only those below this number have a chip. */
const mostUnpinned = 1024

/** Lays the chips of the guest out on the host. */
export function pinBoard(guest: GuestThreads, host: HostTopology): PinBoard {
  const chips = chipsOf(guest)
  const known = new Set(host.cpus)
  const isDrawn = ({ cpus }: Chip) => cpus !== undefined && cpus.length > 0 && cpus.length <= mostDrawn
  const onCpu = new Map<number, Chip[]>()
  for (const chip of chips) {
    if (!isDrawn(chip)) continue
    for (const cpu of chip.cpus ?? []) {
      const there = onCpu.get(cpu)
      if (there) there.push(chip)
      else onCpu.set(cpu, [chip])
    }
  }
  const wide = chips.filter((chip) => chip.cpus !== undefined && !isDrawn(chip))
  const roamed = new Set(wide.filter(({ kind }) => kind !== 'vcpu').flatMap(({ cpus }) => cpus ?? []))
  const uses = new Map(
    host.cores.map((core): [string, CoreUse] => {
      const threads = core.threads.map(({ cpu }) => onCpu.get(cpu) ?? [])
      const isRoamed = core.threads.some(({ cpu }) => roamed.has(cpu))
      return [core.key, useOf(threads, guest.threadsPerCore, isRoamed)]
    }),
  )
  return {
    chips: new Map(chips.map((chip) => [chip.id, chip])),
    onCpu,
    unpinned: chips.filter(({ cpus }) => cpus === undefined),
    elsewhere: chips.filter(
      (chip) => chip.cpus !== undefined && (!isDrawn(chip) || !chip.cpus.every((cpu) => known.has(cpu))),
    ),
    uses,
    conflicts: conflictsOf({ chips, wide, guest, host, onCpu }),
  }
}

/** The host CPUs of a chip as the kernel lists them. */
export function cpusText(chip: Chip): string {
  return formatCpuList(chip.cpus ?? [])
}

function chipsOf(guest: GuestThreads): readonly Chip[] {
  const vcpus = numbered('vcpu', guest.vcpus, guest.vcpupin)
  const there = new Set(guest.iothreads)
  const most = guest.iothreads.reduce((one, other) => Math.max(one, other), 0)
  const iothreads = numbered('iothread', most + 1, guest.iothreadpin)
    .filter(({ number, cpus }) => there.has(number) || cpus !== undefined)
    .map((chip) => (there.has(chip.number) ? chip : { ...chip, isUnknown: true }))
  const emulator: Chip = {
    id: 'emulator',
    kind: 'emulator',
    number: 0,
    name: 'Emulator',
    short: 'em',
    cpus: cpusIn(guest.emulator),
    isUnknown: false,
  }
  return [...vcpus, emulator, ...iothreads]
}

/** A chip for each number below `count`, and for each pin beyond. */
function numbered(kind: 'vcpu' | 'iothread', count: number, pins: readonly ThreadPin[]): readonly Chip[] {
  const cpusOf = new Map<number, readonly number[]>()
  for (const pin of pins.toReversed()) {
    const number = pin[kind] ?? -1
    const cpus = cpusIn(pin.cpuset)
    if (Number.isInteger(number) && number >= 0 && cpus !== undefined) cpusOf.set(number, cpus)
  }
  const later = [...cpusOf.keys()]
    .filter((number) => number >= Math.min(count, mostUnpinned))
    .sort((one, other) => one - other)
  const first = Array.from({ length: Math.min(count, mostUnpinned) }, (_, number) => number)
  return [...first, ...later].map((number) => ({
    id: `${kind}:${number}`,
    kind,
    number,
    name: kind === 'vcpu' ? t`vCPU ${number}` : t`I/O thread ${number}`,
    short: kind === 'vcpu' ? String(number) : `io${number}`,
    cpus: cpusOf.get(number),
    isUnknown: number >= count,
  }))
}

/** Undefined when nothing is said, or nothing that is a list. */
function cpusIn(text: string | undefined): readonly number[] | undefined {
  return text === undefined ? undefined : parseCpuList(text)
}

/** @param isRoamed true when an emulator or I/O thread that is not drawn may run there */
function useOf(threads: readonly (readonly Chip[])[], threadsPerCore: number, isRoamed: boolean): CoreUse {
  const all = threads.flat()
  const vcpus = all.filter(({ kind }) => kind === 'vcpu')
  if (vcpus.length === 0) return all.length === 0 && !isRoamed ? 'free' : 'other'
  const guestCores = new Set(vcpus.map(({ number }) => guestCoreOf(number, threadsPerCore)))
  const isFull = threads.every((chips) => chips.length === 1 && chips[0]?.kind === 'vcpu')
  return isFull && guestCores.size === 1 && !isRoamed ? 'whole' : 'shared'
}
