/** The processor of the host as a tree: sockets, dies, caches, cores, threads. */
import { parseCpuList } from './cpu-list.ts'
import type { HostCpu, HostFacts } from './facts.ts'
import { counted, known } from './readers/reader.ts'

/** One core: the threads that share it. */
export interface HostCore {
  /** Unique on the host: `0/0/3` is socket 0, die 0, core 3. */
  readonly key: string
  readonly core: number
  /** Its logical CPUs, ascending. */
  readonly threads: readonly HostCpu[]
  readonly node?: number
  readonly kind?: 'performance' | 'efficiency'
}

/** The cores that share one L3 cache. */
export interface HostCacheGroup {
  readonly key: string
  /** The number of the cache; missing when the cache is not known: then it is all cores of the die. */
  readonly l3?: number
  readonly cores: readonly HostCore[]
}

export interface HostDie {
  readonly key: string
  readonly die: number
  readonly caches: readonly HostCacheGroup[]
}

export interface HostSocket {
  readonly key: string
  readonly socket: number
  readonly dies: readonly HostDie[]
}

export interface HostTopology {
  readonly sockets: readonly HostSocket[]
  /** Every core of the host, in the order of the tree. */
  readonly cores: readonly HostCore[]
  /** Numbers of all logical CPUs that are online, ascending. */
  readonly cpus: readonly number[]
  /** NUMA nodes with their CPUs, ascending. */
  readonly nodes: readonly {
    readonly node: number
    readonly cpus: readonly number[]
    readonly memoryKib?: number
  }[]
  /** `1 socket · 8 cores · 16 threads · 2 L3 caches`. */
  readonly sentence: string
}

/**
 * Sorts the logical CPUs into a tree. CPUs that are offline are left out.
 * @returns undefined when the CPUs are not known, or not which of them share a core
 */
export function hostTopology(facts: HostFacts | undefined): HostTopology | undefined {
  const threads = (facts?.cpu?.threads ?? []).filter(({ online }) => online !== false)
  if (!threads.some(({ core }) => core !== undefined)) return undefined
  const sorted = [...threads].sort((a, b) => a.cpu - b.cpu)
  const sockets = groupBy(sorted, ({ socket = 0 }) => socket).map(([socket, ofSocket]): HostSocket => {
    const dies = groupBy(ofSocket, ({ die = 0 }) => die).map(([die, ofDie]): HostDie => {
      const key = `${socket}/${die}`
      return { key, die, caches: cachesOf(key, ofDie) }
    })
    return { key: String(socket), socket, dies }
  })
  const caches = sockets.flatMap(({ dies }) => dies).flatMap((die) => die.caches)
  const cores = caches.flatMap((cache) => cache.cores)
  const l3 = caches.filter((cache) => cache.l3 !== undefined).length
  const nodes = nodesOf(facts, sorted)
  const sentence = [
    counted(sockets.length, 'socket'),
    counted(cores.length, 'core'),
    counted(sorted.length, 'thread'),
    ...(l3 === 0 ? [] : [counted(l3, 'L3 cache')]),
    ...(nodes.length < 2 ? [] : [counted(nodes.length, 'NUMA node')]),
  ].join(' · ')
  return { sockets, cores, cpus: sorted.map(({ cpu }) => cpu), nodes, sentence }
}

function cachesOf(key: string, threads: readonly HostCpu[]): HostCacheGroup[] {
  return groupBy(threads, ({ l3 = -1 }) => l3).map(([l3, ofCache]) => ({
    key: l3 === -1 ? `${key}/all` : `${key}/L3:${l3}`,
    ...known('l3', l3 === -1 ? undefined : l3),
    cores: coresOf(key, ofCache),
  }))
}

function coresOf(key: string, threads: readonly HostCpu[]): HostCore[] {
  // A CPU whose core is not known is a core of its own; negative numbers keep it apart.
  return groupBy(threads, ({ core, cpu }) => core ?? -1 - cpu).map(([core, ofCore]) => ({
    key: `${key}/${core}`,
    core,
    threads: ofCore,
    ...known('node', ofCore[0]?.node),
    ...known('kind', ofCore[0]?.kind),
  }))
}

function nodesOf(facts: HostFacts | undefined, threads: readonly HostCpu[]): HostTopology['nodes'] {
  const byNode = new Map<number, Set<number>>()
  const add = (node: number, cpus: readonly number[]) => {
    const held = byNode.get(node) ?? new Set()
    for (const cpu of cpus) held.add(cpu)
    byNode.set(node, held)
  }
  for (const { node, cpu } of threads) if (node !== undefined) add(node, [cpu])
  const online = new Set(threads.map(({ cpu }) => cpu))
  for (const { node, cpus } of facts?.numa ?? []) {
    add(
      node,
      (cpus === undefined ? [] : (parseCpuList(cpus) ?? [])).filter((cpu) => online.has(cpu)),
    )
  }
  const memory = new Map((facts?.numa ?? []).map(({ node, memory_kib: kib }) => [node, kib]))
  return [...byNode]
    .sort(([a], [b]) => a - b)
    .map(([node, cpus]) => ({
      node,
      cpus: [...cpus].sort((a, b) => a - b),
      ...known('memoryKib', memory.get(node)),
    }))
}

/** Items by a number, in the order in which the numbers first come: the order of the CPUs. */
function groupBy<T>(items: readonly T[], key: (item: T) => number): [number, T[]][] {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return [...groups]
}
