/** Chooses whole cores for a guest: from one L3 cache where they fit, else one node, else one socket, else anywhere. */
import type { HostCore, HostTopology } from './topology.ts'

/** What `chooseCores` needs of the wish. */
export interface CoreWish {
  readonly vcpus: number
  readonly nearNode?: number
  readonly keepFree?: readonly number[]
}

export interface CoreChoice {
  /** In the order of the vCPUs: those of one L3 cache stand together. */
  readonly cores: readonly HostCore[]
  /** Host CPUs of the vCPUs, in their order: the threads of each core side by side, as QEMU numbers vCPUs. */
  readonly cpus: readonly number[]
  /** Threads of a core as the guest sees them. */
  readonly threads: number
  /** What holds all of them. */
  readonly scope: 'cache' | 'node' | 'socket' | 'host'
  /** How many L3 caches they use, each as many cores; 1 when they are uneven. */
  readonly groups: number
  readonly sockets: number
  /** True when the core of CPU 0 had to be taken. */
  readonly tookFirst: boolean
}

interface Place {
  readonly core: HostCore
  /** The L3 cache and the socket that it belongs to. */
  readonly cache: string
  readonly hasL3: boolean
  readonly socket: number
}

interface Scope {
  readonly kind: CoreChoice['scope']
  readonly places: readonly Place[]
  readonly near: boolean
}

/** @returns the cores, or the most vCPUs for which there are some */
export function chooseCores(topology: HostTopology, wish: CoreWish): CoreChoice | { readonly most: number } {
  const kept = new Set(wish.keepFree)
  const places = placesOf(topology).filter(({ core }) => !core.threads.some(({ cpu }) => kept.has(cpu)))
  const first = topology.cpus[0]
  const isFirst = ({ core }: Place) => core.threads.some(({ cpu }) => cpu === first)
  const away = places.filter((place) => !isFirst(place))
  const firstCache = placesOf(topology).find(isFirst)?.cache
  // Cores that are alike first: a guest does not know which of its vCPUs are slow.
  const pools = [away.filter(({ core }) => core.kind !== 'efficiency'), away]
  for (const pool of pools) {
    const choice = fromPool(pool, wish, firstCache)
    if (choice !== undefined) return { ...choice, tookFirst: false }
  }
  // The core of CPU 0 goes only when something else is left for the host.
  const all = fromPool(places, wish, firstCache)
  const count = (list: readonly Place[]) => list.reduce((sum, { core }) => sum + core.threads.length, 0)
  if (all !== undefined && all.cores.length < topology.cores.length) return { ...all, tookFirst: true }
  return { most: Math.max(count(away), places.length < topology.cores.length ? count(places) : 0) }
}

function placesOf(topology: HostTopology): Place[] {
  return topology.sockets.flatMap(({ socket, dies }) =>
    dies.flatMap(({ caches }) =>
      caches.flatMap(({ key, l3, cores }) =>
        cores.map((core) => ({ core, cache: key, hasL3: l3 !== undefined, socket })),
      ),
    ),
  )
}

function fromPool(
  pool: readonly Place[],
  wish: CoreWish,
  firstCache: string | undefined,
): Omit<CoreChoice, 'tookFirst'> | undefined {
  const threads = commonThreads(pool)
  for (const perCore of threads > 1 ? [threads, 1] : [1]) {
    const able = pool.filter(({ core }) => core.threads.length >= perCore)
    const need = Math.ceil(wish.vcpus / perCore)
    const scope = scopesOf(able, wish.nearNode, firstCache).find(({ places }) => places.length >= need)
    if (scope !== undefined) return taken(scope, need, perCore, wish.vcpus)
  }
  return mixed(pool, wish)
}

/** Cores of different kinds, each with all its threads; the guest sees cores of one thread. */
function mixed(pool: readonly Place[], wish: CoreWish): Omit<CoreChoice, 'tookFirst'> | undefined {
  const cores: HostCore[] = []
  const cpus: number[] = []
  const largestFirst = [...pool].sort((a, b) => b.core.threads.length - a.core.threads.length)
  for (const { core } of largestFirst) {
    if (cpus.length >= wish.vcpus) break
    cores.push(core)
    for (const { cpu } of core.threads) cpus.push(cpu)
  }
  if (cpus.length < wish.vcpus) return undefined
  return { cores, cpus: cpus.slice(0, wish.vcpus), threads: 1, scope: 'host', groups: 1, sockets: 1 }
}

/** Threads of most of the cores. */
function commonThreads(pool: readonly Place[]): number {
  const counts = new Map<number, number>()
  for (const { core } of pool) counts.set(core.threads.length, (counts.get(core.threads.length) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 1
}

/** Where to look, the best place first: near the device, then the smallest that holds it, then the emptiest. */
function scopesOf(
  pool: readonly Place[],
  nearNode: number | undefined,
  firstCache: string | undefined,
): Scope[] {
  const nodes = new Set(pool.map(({ core }) => core.node))
  const sockets = new Set(pool.map(({ socket }) => socket))
  const scope = (kind: Scope['kind'], places: readonly Place[]): Scope => ({
    kind,
    places,
    near: nearNode === undefined || places.every(({ core }) => core.node === nearNode),
  })
  const caches = [...groups(pool.filter(({ hasL3 }) => hasL3))].map(([, places]) => scope('cache', places))
  const byNode =
    nodes.size < 2
      ? []
      : [...nodes].map((node) =>
          scope(
            'node',
            pool.filter(({ core }) => core.node === node),
          ),
        )
  const bySocket =
    sockets.size < 2
      ? []
      : [...sockets].map((socket) =>
          scope(
            'socket',
            pool.filter((place) => place.socket === socket),
          ),
        )
  // The cache of CPU 0 is the host's as long as another will do; among the others the fullest comes first.
  const isHosts = ({ places }: Scope) => (places[0]?.cache === firstCache ? 1 : 0)
  const ranked = [...caches].sort((a, b) => isHosts(a) - isHosts(b) || b.places.length - a.places.length)
  const ordered = [...ranked, ...byNode, ...bySocket, scope('host', pool)]
  return [...ordered.filter(({ near }) => near), ...ordered.filter(({ near }) => !near)]
}

/** Takes as many cores of each L3 cache as of any other, when that can be; else one cache after the other. */
function taken(scope: Scope, need: number, threads: number, vcpus: number): Omit<CoreChoice, 'tookFirst'> {
  const caches = [...groups(scope.places).values()].sort((a, b) => b.length - a.length)
  for (let count = 1; count <= Math.min(caches.length, need); count++) {
    const each = need / count
    const used = caches.slice(0, count)
    if (!Number.isInteger(each) || used.some((places) => places.length < each)) continue
    const places = inOrder(used).flatMap((cores) => cores.slice(0, each))
    const perSocket = [...groupBySocket(places).values()].map((list) => list.length)
    const even = perSocket.every((size) => size === perSocket[0])
    return {
      cores: places.map(({ core }) => core),
      cpus: cpusOf(places, threads, vcpus),
      threads,
      scope: scope.kind,
      groups: count,
      sockets: even ? perSocket.length : 1,
    }
  }
  const places = inOrder(caches).flat().slice(0, need)
  const cpus = cpusOf(places, threads, vcpus)
  return { cores: places.map(({ core }) => core), cpus, threads, scope: scope.kind, groups: 1, sockets: 1 }
}

/** The last core gives only what is missing. */
function cpusOf(places: readonly Place[], threads: number, vcpus: number): number[] {
  return places.flatMap(({ core }) => core.threads.slice(0, threads).map(({ cpu }) => cpu)).slice(0, vcpus)
}

/** Caches in the order of the host, so that sockets stay together. */
function inOrder(caches: readonly (readonly Place[])[]): (readonly Place[])[] {
  const first = (places: readonly Place[]) => places[0]?.core.threads[0]?.cpu ?? 0
  return [...caches].sort((a, b) => (a[0]?.socket ?? 0) - (b[0]?.socket ?? 0) || first(a) - first(b))
}

function groups(places: readonly Place[]): Map<string, Place[]> {
  return groupBy(places, ({ cache }) => cache)
}

function groupBySocket(places: readonly Place[]): Map<number, Place[]> {
  return groupBy(places, ({ socket }) => socket)
}

function groupBy<K>(places: readonly Place[], key: (place: Place) => K): Map<K, Place[]> {
  const found = new Map<K, Place[]>()
  for (const place of places) {
    const group = found.get(key(place))
    if (group === undefined) found.set(key(place), [place])
    else group.push(place)
  }
  return found
}
