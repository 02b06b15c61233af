/** Sockets, cores and threads, and on which CPUs of the host they run. */
import { sameValue } from '../../lift/index.ts'
import { isRecord } from '../../table/index.ts'
import { cpusOf } from '../../text/index.ts'
import { whole } from './codecs.ts'
import type { Part } from './part.ts'

export interface Topology {
  readonly sockets: number
  readonly dies: number
  readonly cores: number
  readonly threads: number
}

/** Undefined where none is said, or one that the target has no words for. */
export function takeTopology(root: Part, most: { readonly dies: boolean }): Topology | undefined {
  const said = root.part('cpu.topology')
  if (said.held === undefined) return undefined
  const [sockets = 1, dies = 1, clusters = 1, cores = 1, threads = 1] = [
    'sockets',
    'dies',
    'clusters',
    'cores',
    'threads',
  ].map((key) => whole(said.peek(key)))
  if (clusters !== 1 || (dies !== 1 && !most.dies)) return undefined
  root.take('cpu.topology', () => true)
  return { sockets, dies, cores, threads }
}

export interface Pin {
  readonly vcpu: number
  readonly cpus: readonly number[]
}

/** The pins of the threads, when all of them are numbers. */
export function takePins(root: Part): readonly Pin[] | undefined {
  return root.take('cputune.vcpupin', (held) => {
    if (!Array.isArray(held) || held.length === 0) return undefined
    const pins = held.map((pin: unknown): Pin | undefined => {
      if (!isRecord(pin) || !sameValue(Object.keys(pin).toSorted(), ['cpuset', 'vcpu'])) return undefined
      const vcpu = whole(pin['vcpu'])
      const set = cpusOf(String(pin['cpuset']))
      const cpus = set === undefined ? [] : [...set]
      return vcpu === undefined || cpus.length === 0 || cpus.length > 1024 ? undefined : { vcpu, cpus }
    })
    return pins.every((pin) => pin !== undefined) ? pins : undefined
  })
}
