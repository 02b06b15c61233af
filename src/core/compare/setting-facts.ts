/**
 * The settings that virsh has a command for, and what of them goes live. From the manual of virsh and libvirt 11.3's
 * src/qemu/qemu_driver.c; each asked in the lab. All others are changed by a new definition.
 */
import type { Domain } from '../domain/index.ts'
import { valueAt } from '../path.ts'
import { isRecord, sizeInBytes } from '../table/index.ts'

/** When a change is in force. */
export type How = 'live' | 'restart' | 'new definition'

/** The arguments of virsh behind the name of the VM, without `--live` and `--config`. */
export interface SettingChange {
  readonly how: Exclude<How, 'new definition'>
  /** Why it waits for a restart. */
  readonly why?: string
  readonly commands: readonly (readonly [command: string, ...words: string[]])[]
}

export interface SettingAsked {
  readonly before: Domain
  readonly after: Domain
  readonly was: unknown
  readonly wanted: unknown
}

type Setting = (asked: SettingAsked) => SettingChange | undefined

const live = (...commands: SettingChange['commands']): SettingChange => ({ how: 'live', commands })
const later = (why: string, ...commands: SettingChange['commands']): SettingChange => ({
  how: 'restart',
  why,
  commands,
})

/** `*` stands for an item of a list. Order is that in which the commands run. */
export const settingFacts: Readonly<Record<string, Setting>> = {
  title: ({ wanted }) => described('--title', wanted),
  description: ({ wanted }) => described(undefined, wanted),
  'memory.value': mostMemory,
  current_memory: memoryNow,
  'vcpu.value': mostCpus,
  'vcpu.current': cpusNow,
  iothreads: ioThreads,
  'cputune.shares': schedule('cpu_shares'),
  'cputune.period': schedule('vcpu_period'),
  'cputune.quota': schedule('vcpu_quota'),
  'cputune.emulator_period': schedule('emulator_period'),
  'cputune.emulator_quota': schedule('emulator_quota'),
  'cputune.global_period': schedule('global_period'),
  'cputune.global_quota': schedule('global_quota'),
  'cputune.iothread_period': schedule('iothread_period'),
  'cputune.iothread_quota': schedule('iothread_quota'),
  'cputune.vcpupin': pins('vcpupin', 'vcpu'),
  'cputune.iothreadpin': pins('iothreadpin', 'iothread'),
  'cputune.emulatorpin.cpuset': ({ wanted }) =>
    wanted === undefined ? undefined : live(['emulatorpin', String(wanted)]),
  'memtune.hard_limit': limit('--hard-limit'),
  'memtune.soft_limit': limit('--soft-limit'),
  'memtune.swap_hard_limit': limit('--swap-hard-limit'),
  'blkiotune.weight': ({ wanted }) =>
    wanted === undefined ? undefined : live(['blkiotune', '--weight', String(wanted)]),
  'devices.memballoon.stats.period': ({ wanted, before, after }) =>
    before.devices?.memballoon === undefined || after.devices?.memballoon === undefined
      ? undefined
      : live(['dommemstat', '--period', String(wanted ?? 0)]),
}

function described(option: string | undefined, wanted: unknown): SettingChange | undefined {
  const text = wanted === undefined ? '' : String(wanted)
  // virsh takes a title of one line alone.
  if (option !== undefined && text.includes('\n')) return undefined
  return live(['desc', ...(option === undefined ? [] : [option]), '--new-desc', text])
}

function schedule(name: string): Setting {
  return ({ wanted }) =>
    wanted === undefined ? undefined : live(['schedinfo', '--set', `${name}=${String(wanted)}`])
}

function kibibytes(held: unknown): string | undefined {
  const bytes = typeof held === 'string' ? sizeInBytes(held, 1024) : undefined
  return bytes === undefined ? undefined : `${Math.ceil(bytes / 1024)}KiB`
}

function limit(option: string): Setting {
  return ({ wanted }) => {
    const size = kibibytes(wanted)
    return size === undefined ? undefined : live(['memtune', option, size])
  }
}

/** virDomainSetMaxMemory refuses where cells say how the memory is shared out. */
function mostMemory({ before, after, wanted }: SettingAsked): SettingChange | undefined {
  const size = kibibytes(wanted)
  const isShared = [before, after].some(
    ({ cpu, max_memory: most }) => (cpu?.numa?.length ?? 0) > 0 || most !== undefined,
  )
  if (size === undefined || isShared) return undefined
  return later('the most memory is settled when a VM starts', ['setmaxmem', size])
}

function memoryNow({ before, after, wanted }: SettingAsked): SettingChange | undefined {
  const size = kibibytes(wanted)
  if (size === undefined || (after.cpu?.numa?.length ?? 0) > 0) return undefined
  const most = sizeOf(before.memory?.value)
  const amount = sizeOf(wanted)
  if (before.devices?.memballoon?.model === 'none')
    return later('without the memory balloon a VM keeps its memory', ['setmem', size])
  if (most !== undefined && amount !== undefined && amount > most)
    return later('the running VM has no more memory than it started with', ['setmem', size])
  return live(['setmem', size])
}

function sizeOf(held: unknown): number | undefined {
  return typeof held === 'string' ? sizeInBytes(held, 1024) : undefined
}

/** A topology and cells say how many there are: libvirt refuses another number beside them. */
function isLaidOut({ cpu, vcpus }: Domain): boolean {
  return cpu?.topology !== undefined || (cpu?.numa?.length ?? 0) > 0 || vcpus !== undefined
}

function mostCpus({ before, after, wanted }: SettingAsked): SettingChange | undefined {
  if (typeof wanted !== 'number' || isLaidOut(before) || isLaidOut(after)) return undefined
  const had = before.vcpu?.current ?? before.vcpu?.value ?? 1
  const started = String(after.vcpu?.current ?? wanted)
  const most = ['setvcpus', String(wanted), '--maximum'] as const
  const now = ['setvcpus', started] as const
  const why = 'the number of vCPUs that can be plugged in is settled when a VM starts'
  return had > wanted ? later(why, [...now], [...most]) : later(why, [...most], [...now])
}

function cpusNow({ before, after }: SettingAsked): SettingChange | undefined {
  if (before.vcpus !== undefined || after.vcpus !== undefined) return undefined
  // The number of all was changed as well, and this one with it.
  if (before.vcpu?.value !== after.vcpu?.value)
    return isLaidOut(before) || isLaidOut(after) ? undefined : later('it follows the number of all vCPUs')
  const wanted = after.vcpu?.current ?? after.vcpu?.value ?? 1
  const had = before.vcpu?.current ?? before.vcpu?.value ?? 1
  const command = ['setvcpus', String(wanted)] as const
  return wanted > had
    ? live([...command])
    : later('a guest gives vCPUs back only where they were plugged in', [...command])
}

function ioThreads({ before, after, was, wanted }: SettingAsked): SettingChange | undefined {
  if (before.iothreadids !== undefined || after.iothreadids !== undefined) return undefined
  const had = typeof was === 'number' ? was : 0
  const wants = typeof wanted === 'number' ? wanted : 0
  // More than a person would add one by one are a new definition.
  if (Math.abs(wants - had) > 64) return undefined
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => from + index + 1)
  return wants > had
    ? live(...numbers(had, wants).map((id) => ['iothreadadd', String(id)] as [string, string]))
    : live(
        ...numbers(wants, had)
          .toReversed()
          .map((id) => ['iothreaddel', String(id)] as [string, string]),
      )
}

function pins(command: string, key: string): Setting {
  return ({ was, wanted }) => {
    const before = pinned(was, key)
    const after = pinned(wanted, key)
    if (before === undefined || after === undefined) return undefined
    // virsh pins, and can't take a pin away.
    if ([...before.keys()].some((number) => !after.has(number))) return undefined
    const changed = [...after].filter(([number, cpus]) => before.get(number) !== cpus)
    return live(...changed.map(([number, cpus]): [string, ...string[]] => [command, number, cpus]))
  }
}

/** Which number has which CPUs; undefined where a pin says something else beside. */
function pinned(held: unknown, key: string): ReadonlyMap<string, string> | undefined {
  if (held === undefined) return new Map()
  if (!Array.isArray(held)) return undefined
  const entries: [string, string][] = []
  for (const item of held) {
    const [number, cpus] = [valueAt(item, [key]), valueAt(item, ['cpuset'])]
    if (!isRecord(item) || number === undefined || cpus === undefined) return undefined
    if (Object.keys(item).length > 2) return undefined
    entries.push([String(number), String(cpus)])
  }
  return new Map(entries)
}
