/** Sockets, cores and threads, and on which CPUs of the host they run. */
import { sameValue } from '../../lift/index.ts'
import { isRecord } from '../../table/index.ts'
import { cpusOf } from '../../text/index.ts'
import { whole } from './codecs.ts'
import type { Part } from './part.ts'
import { takeRows } from './rows.ts'

export interface Topology {
  readonly sockets?: number
  readonly dies?: number
  readonly cores?: number
  readonly threads?: number
}

/** The counts that are said; undefined where none is, or one that the target has no word for. */
export function takeTopology(root: Part, { dies }: { readonly dies: boolean }): Topology | undefined {
  const said = root.part('cpu.topology')
  if (said.held === undefined) return undefined
  if (!passesOne(said, 'clusters') || (!dies && !passesOne(said, 'dies'))) return undefined
  const keys = ['sockets', 'cores', 'threads', ...(dies ? ['dies'] : [])]
  return takeRows(
    said,
    keys.map((key) => [key, key, whole]),
  )
}

/** One of something is what there is. */
function passesOne(topology: Part, key: string): boolean {
  return topology.peek(key) === undefined || topology.pass(key, 1)
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
