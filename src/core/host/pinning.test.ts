import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HostCpu, HostFacts } from './facts.ts'
import { bestPinning, type PinningWish } from './pinning.ts'
import { hostTopology } from './topology.ts'

/** A host as Linux numbers it: first threads of all cores, then their siblings. */
function host(shape: {
  readonly sockets?: number
  readonly caches: number
  readonly cores: number
  readonly threads?: number
}): HostFacts {
  const { sockets = 1, caches, cores, threads = 2 } = shape
  const all = sockets * caches * cores
  const cpus: HostCpu[] = []
  for (let thread = 0; thread < threads; thread++) {
    for (let at = 0; at < all; at++) {
      const l3 = Math.floor(at / cores)
      const socket = Math.floor(l3 / caches)
      cpus.push({ cpu: thread * all + at, socket, die: 0, core: at, node: socket, l3 })
    }
  }
  return { arch: 'x86_64', cpu_vendor: 'AuthenticAMD', cpu: { threads: cpus } }
}

const ryzen = host({ caches: 2, cores: 8 })
const pinned = (wish: PinningWish) => {
  const answer = bestPinning(wish)
  if ('finding' in answer) throw new Error(answer.finding.message)
  return answer.pinning
}

describe('hostTopology', () => {
  it('is a tree of sockets, dies, caches, cores and threads', () => {
    const topology = hostTopology(ryzen)
    expect(topology?.sentence).toBe('1 socket · 16 cores · 32 threads · 2 L3 caches')
    expect(topology?.sockets[0]?.dies[0]?.caches.map(({ cores }) => cores.length)).toEqual([8, 8])
    expect(topology?.cores[3]?.threads.map(({ cpu }) => cpu)).toEqual([3, 19])
    expect(hostTopology(host({ sockets: 2, caches: 1, cores: 2 }))?.nodes).toEqual([
      { node: 0, cpus: [0, 1, 4, 5] },
      { node: 1, cpus: [2, 3, 6, 7] },
    ])
  })

  it('is not known without cores, and leaves CPUs out that are off', () => {
    expect(hostTopology(undefined)).toBeUndefined()
    expect(hostTopology({ cpu: { threads: [{ cpu: 0, node: 0 }] } })).toBeUndefined()
    const off = {
      cpu: {
        threads: [
          { cpu: 0, core: 0 },
          { cpu: 1, core: 0, online: false },
        ],
      },
    }
    expect(hostTopology(off)?.cpus).toEqual([0])
  })
})

describe('bestPinning', () => {
  it('takes whole cores of one cache, away from CPU 0, siblings as threads', () => {
    const pinning = pinned({ facts: ryzen, vcpus: 8, iothreads: [1], features: [] })
    expect(pinning.cpus).toEqual([8, 24, 9, 25, 10, 26, 11, 27])
    expect(pinning.topology).toEqual({ sockets: 1, dies: 1, cores: 4, threads: 2 })
    expect(pinning.emulator).not.toContain(8)
    expect(pinning.reason).toBe(
      '4 whole cores with their sibling threads that share one L3 cache, away from CPU 0. Emulator and I/O threads run on 0-7,12-23,28-31.',
    )
    expect(pinning.changes.map(({ path }) => path.join('.'))).toEqual([
      'cpu',
      'libvirt.cputune.vcpupin',
      'libvirt.cputune.emulatorpin',
      'libvirt.cputune.iothreadpin',
      'libvirt.cpu.topology',
      'libvirt.cpu.features',
    ])
    expect(pinning.changes[1]?.value).toContainEqual({ vcpu: 1, cpuset: '24' })
    expect(pinning.changes[5]?.value).toEqual([{ policy: 'require', name: 'topoext' }])
  })

  it('mirrors two caches as two dies on x86, and not elsewhere', () => {
    const wish = { facts: ryzen, vcpus: 28 }
    expect(pinned(wish).topology).toEqual({ sockets: 1, dies: 2, cores: 7, threads: 2 })
    expect(new Set(pinned(wish).cpus)).not.toContain(0)
    expect(pinned({ ...wish, facts: { ...ryzen, arch: 'aarch64' } }).topology).toEqual({
      sockets: 1,
      dies: 1,
      cores: 14,
      threads: 2,
    })
  })

  it('goes to the node of the device, and says so', () => {
    const facts = host({ sockets: 2, caches: 1, cores: 4 })
    const near = pinned({ facts, vcpus: 4, nearNode: 0 })
    expect(near.cpus).toEqual([1, 9, 2, 10])
    expect(near.reason).toContain('on the node of the device')
    expect(near.changes.at(-1)).toEqual({
      path: ['libvirt', 'numatune', 'memory'],
      value: { mode: 'preferred', nodeset: '0' },
    })
    expect(near.emulator).toEqual([0, 3, 8, 11])
    expect(pinned({ facts, vcpus: 4, nearNode: 1 }).cpus).toEqual([4, 12, 5, 13])
    expect(pinned({ facts, vcpus: 8, nearNode: 0 }).reason).toContain('though not all on node 0')
    expect(pinned({ facts, vcpus: 12 }).topology).toEqual({ sockets: 2, dies: 1, cores: 3, threads: 2 })
  })

  it('keeps free what is to be kept, as whole cores', () => {
    const { cpus, emulator } = pinned({ facts: ryzen, vcpus: 8, keepFree: [24] })
    expect(cpus).toEqual([9, 25, 10, 26, 11, 27, 12, 28])
    expect(emulator).not.toContain(24)
  })

  it('leaves slow cores out while the fast ones suffice', () => {
    const threads: HostCpu[] = [
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((cpu) => ({
        cpu,
        core: cpu >> 1,
        l3: 0,
        kind: 'performance' as const,
      })),
      ...[8, 9, 10, 11].map((cpu) => ({ cpu, core: cpu, l3: 0, kind: 'efficiency' as const })),
    ]
    const facts: HostFacts = { cpu: { threads } }
    expect(pinned({ facts, vcpus: 6 }).cpus).toEqual([2, 3, 4, 5, 6, 7])
    const mixed = pinned({ facts, vcpus: 9 })
    expect(mixed.cpus).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(mixed.topology).toEqual({ sockets: 1, dies: 1, cores: 9, threads: 1 })
  })

  it('says why there is none', () => {
    const code = (wish: PinningWish) => {
      const answer = bestPinning(wish)
      return 'finding' in answer ? answer.finding.code : answer.pinning.cpus
    }
    expect(code({ facts: undefined, vcpus: 4 })).toBe('host.pinning.unknown-cpus')
    expect(code({ facts: ryzen, vcpus: 0 })).toBe('host.pinning.no-vcpus')
    expect(code({ facts: ryzen, vcpus: 31 })).toBe('host.pinning.too-many')
    expect(code({ facts: host({ caches: 1, cores: 1, threads: 1 }), vcpus: 1 })).toBe('host.pinning.too-many')
    const answer = bestPinning({ facts: ryzen, vcpus: 40 })
    expect('finding' in answer && answer.finding.message).toBe(
      '40 vCPUs do not fit: the host has 32 CPUs and needs a core for itself, so 30 can be pinned at most.',
    )
  })

  it('is always a set of CPUs that are there, with a topology that multiplies to them', () => {
    const shape = fc.record({
      sockets: fc.integer({ min: 1, max: 3 }),
      caches: fc.integer({ min: 1, max: 3 }),
      cores: fc.integer({ min: 1, max: 5 }),
      threads: fc.integer({ min: 1, max: 2 }),
    })
    fc.assert(
      fc.property(
        shape,
        fc.integer({ min: 1, max: 64 }),
        fc.option(fc.integer({ min: 0, max: 3 })),
        (of, vcpus, node) => {
          const facts = host(of)
          const all = (facts.cpu?.threads ?? []).length
          const answer = bestPinning({ facts, vcpus, ...(node === null ? {} : { nearNode: node }) })
          if ('finding' in answer) {
            expect(vcpus).toBeGreaterThan(all - of.threads)
            return
          }
          const { cpus, topology, emulator } = answer.pinning
          expect(new Set(cpus).size).toBe(vcpus)
          expect(Math.max(...cpus)).toBeLessThan(all)
          expect(cpus).not.toContain(0)
          expect(topology.sockets * topology.dies * topology.cores * topology.threads).toBe(vcpus)
          expect(emulator.filter((cpu) => cpus.includes(cpu))).toEqual([])
          expect(emulator).toContain(emulator[0])
        },
      ),
    )
  })
})
