/** `-smp`, read. QEMU manual, -smp: what is not said follows from what is. */
import type { Reading } from '../reading/index.ts'
import { usualOf } from './read-board.ts'

const levels = ['sockets', 'dies', 'clusters', 'cores', 'threads'] as const

export function readVcpus(reading: Reading): void {
  const options = reading.unread('smp')
  const said = new Map<string, number>()
  for (const option of options)
    for (const key of ['cpus', 'maxcpus', ...levels]) {
      const value = option.takeNumber(key)
      if (value !== undefined && value > 0) said.set(key, value)
    }
  if (options.length === 0) {
    reading.domain.vcpu = { value: usualOf(reading.machine).cpus }
    return
  }
  const topology = topologyOf(said)
  const product = levels.reduce((all, level) => all * topology[level], 1)
  const count = said.get('maxcpus') ?? said.get('cpus') ?? product
  const current = said.get('cpus') ?? count
  reading.domain.vcpu = { ...reading.domain.vcpu, value: count, ...(current < count ? { current } : {}) }
  // A socket for each is what libvirt has without a topology.
  const isPlain = topology.sockets === count && !said.has('dies') && !said.has('clusters')
  if (!isPlain) reading.say({ cpu: { topology } })
}

/** QEMU since 6.2: what is missing is 1, but for cores, which make up the number; then sockets, then threads. */
function topologyOf(said: ReadonlyMap<string, number>): Record<(typeof levels)[number], number> {
  const { dies, clusters } = { dies: said.get('dies') ?? 1, clusters: said.get('clusters') ?? 1 }
  let sockets = said.get('sockets')
  let cores = said.get('cores')
  let threads = said.get('threads')
  const count = said.get('maxcpus') ?? said.get('cpus')
  const part = (others: number) => Math.max(1, Math.floor((count ?? others) / others))
  if (cores === undefined) {
    sockets ??= 1
    threads ??= 1
    cores = part(sockets * dies * clusters * threads)
  } else if (sockets === undefined) {
    threads ??= 1
    sockets = part(dies * clusters * cores * threads)
  }
  threads ??= part(sockets * dies * clusters * cores)
  return { sockets, dies, clusters, cores, threads }
}
