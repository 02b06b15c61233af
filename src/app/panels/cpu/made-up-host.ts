/** For tests: hosts of any size. */
import type { HostCpu, HostFacts } from '../../../core/host/index.ts'

export interface HostSize {
  readonly sockets: number
  /** L3 caches of a socket. */
  readonly caches: number
  /** Cores of a cache. */
  readonly cores: number
  /** Threads of a core: the first ones of all cores are numbered before the second ones, as Linux does. */
  readonly threads: number
}

/** What the probe would say of such a host; a NUMA node for each socket. */
export function madeUpHost({ sockets, caches, cores, threads }: HostSize): HostFacts {
  const perSocket = caches * cores
  const all = sockets * perSocket
  const cpus = Array.from({ length: all * threads }, (_, cpu): HostCpu => {
    const index = cpu % all
    const socket = Math.floor(index / perSocket)
    return { cpu, socket, die: 0, core: index % perSocket, node: socket, l3: Math.floor(index / cores) }
  })
  return {
    cpu: { threads: cpus },
    numa: Array.from({ length: sockets }, (_, node) => ({
      node,
      cpus: cpus.flatMap(({ cpu, socket }) => (socket === node ? [cpu] : [])).join(','),
      memory_kib: 64 * 1024 * 1024,
    })),
  }
}
