import { expect, test } from 'vitest'
import { hostTopology } from '../../core.ts'
import { madeUpHost } from './made-up-host.ts'
import { pinBoard } from './pin-board.ts'
import type { GuestThreads } from './pinned-threads.ts'

/** Four cores with two threads: 0 and 4, 1 and 5, 2 and 6, 3 and 7. */
const host = topologyOf(madeUpHost({ sockets: 1, caches: 1, cores: 4, threads: 2 }))

const idle: GuestThreads = {
  vcpus: 4,
  threadsPerCore: 2,
  iothreads: [],
  vcpupin: [],
  iothreadpin: [],
  emulator: undefined,
}

function pinned(...cpus: readonly string[]): GuestThreads {
  return { ...idle, vcpupin: cpus.map((cpuset, vcpu) => ({ vcpu, cpuset })) }
}

/** How each core is used, in the order of the host. */
function usesOf(guest: GuestThreads): readonly (string | undefined)[] {
  const { uses } = pinBoard(guest, host)
  return host.cores.map(({ key }) => uses.get(key))
}

function sentencesOf(guest: GuestThreads): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(pinBoard(guest, host).conflicts)
}

test('what is not pinned waits in the tray, with the emulator and the I/O threads', () => {
  const board = pinBoard({ ...idle, iothreads: [1, 3] }, host)
  expect(board.unpinned.map(({ name }) => name)).toEqual([
    'vCPU 0',
    'vCPU 1',
    'vCPU 2',
    'vCPU 3',
    'Emulator',
    'I/O thread 1',
    'I/O thread 3',
  ])
  expect(board.onCpu.size).toBe(0)
  expect(board.conflicts.size).toBe(0)
})

test('guest cores on whole cores of the host are as they should be', () => {
  const guest = { ...pinned('1', '5', '2', '6'), emulator: '0,4' }
  expect(usesOf(guest)).toEqual(['other', 'whole', 'whole', 'free'])
  expect(sentencesOf(guest)).toEqual({})
  const board = pinBoard(guest, host)
  expect(board.onCpu.get(5)?.map(({ id }) => id)).toEqual(['vcpu:1'])
  expect(board.onCpu.get(4)?.map(({ id }) => id)).toEqual(['emulator'])
  expect(board.unpinned).toEqual([])
})

test('a core is shared when a thread of it is left, the emulator’s, or another guest core’s', () => {
  expect(usesOf(pinned('0'))[0]).toBe('shared')
  expect(usesOf({ ...pinned('0'), emulator: '4' })[0]).toBe('shared')
  const guest = { ...pinned('0', '4'), threadsPerCore: 1 }
  expect(usesOf(guest)[0]).toBe('shared')
  expect(sentencesOf(guest)['vcpu:0']).toEqual([
    'vCPU 0 and vCPU 1 share a core of the host; the guest takes them for two cores.',
  ])
})

test('two on one host CPU, and threads of a guest core apart, are said at both', () => {
  const twice = sentencesOf(pinned('1', '1'))
  expect(twice).toEqual({
    'vcpu:0': ['vCPU 0 and vCPU 1 are both on host CPU 1 and take turns.'],
    'vcpu:1': ['vCPU 0 and vCPU 1 are both on host CPU 1 and take turns.'],
  })
  const apart = sentencesOf(pinned('1', '2'))
  expect(Object.keys(apart)).toEqual(['vcpu:0', 'vcpu:1'])
  expect(apart['vcpu:0']).toEqual([
    'vCPU 0 and vCPU 1 are threads of one guest core, on two cores of the host.',
  ])
  expect(sentencesOf({ ...pinned('1'), emulator: '1' })).toEqual({
    emulator: ['vCPU 0 and the emulator are both on host CPU 1 and take turns.'],
  })
})

test('what is beyond the host or the guest is in the tray, with the reason', () => {
  const guest = {
    ...pinned('1', '5'),
    vcpupin: [
      { vcpu: 0, cpuset: '40' },
      { vcpu: 9, cpuset: '3' },
    ],
  }
  const board = pinBoard(guest, host)
  expect(board.elsewhere.map(({ id }) => id)).toEqual(['vcpu:0'])
  expect(sentencesOf(guest)).toEqual({
    'vcpu:0': ['vCPU 0 is on host CPU 40, which the host has not.'],
    'vcpu:9': ['The guest has no vCPU 9: the pin does nothing.'],
  })
})

test('a chip on many host CPUs is drawn once, and no text that is not a list breaks it', () => {
  const big = topologyOf(madeUpHost({ sockets: 2, caches: 8, cores: 8, threads: 2 }))
  const board = pinBoard({ ...idle, emulator: '0-255', vcpupin: [{ vcpu: 1, cpuset: 'all' }] }, big)
  expect(board.elsewhere.map(({ id }) => id)).toEqual(['emulator'])
  expect(board.onCpu.size).toBe(0)
  expect(board.unpinned.map(({ id }) => id)).toContain('vcpu:1')
})

test('an emulator on many host CPUs keeps off those of vCPUs, or it is said', () => {
  const apart = { ...pinned('1', '5'), emulator: '0,2-4,6-7' }
  expect(usesOf(apart)).toEqual(['other', 'whole', 'other', 'other'])
  expect(sentencesOf(apart)).toEqual({})
  const over = { ...pinned('1', '5'), emulator: '0-5' }
  expect(usesOf(over)[1]).toBe('shared')
  expect(sentencesOf(over)).toEqual({ emulator: ['Emulator may run on host CPUs of vCPUs, as on 1.'] })
})

test('a guest of 256 vCPUs on 256 threads is laid out within a frame', () => {
  const big = topologyOf(madeUpHost({ sockets: 2, caches: 8, cores: 8, threads: 2 }))
  const guest = {
    ...idle,
    vcpus: 256,
    vcpupin: big.cores
      .flatMap(({ threads }) => threads)
      .map(({ cpu }, vcpu) => ({ vcpu, cpuset: String(cpu) })),
  }
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now()
    pinBoard(guest, big)
    return performance.now() - start
  })
  // The least of them, for a machine that is busy with other things.
  expect(Math.min(...times)).toBeLessThan(50)
  const board = pinBoard(guest, big)
  expect(new Set(board.uses.values())).toEqual(new Set(['whole']))
  expect(board.conflicts.size).toBe(0)
})

test('of a guest with absurdly many vCPUs only the first and those that are pinned have a chip', () => {
  const board = pinBoard({ ...idle, vcpus: 65_000, vcpupin: [{ vcpu: 64_000, cpuset: '1' }] }, host)
  expect(board.chips.size).toBe(1024 + 2)
  expect(board.onCpu.get(1)?.map(({ name }) => name)).toEqual(['vCPU 64000'])
})

function topologyOf(facts: Parameters<typeof hostTopology>[0]) {
  const topology = hostTopology(facts)
  if (topology === undefined) throw new Error('no topology')
  return topology
}
