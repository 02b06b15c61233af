/** Which threads of the host share a core. */
import type { HostFacts } from '../../host/index.ts'

/** The core of each logical CPU; undefined when the host does not say. */
export function coresOf(host: HostFacts | undefined): ReadonlyMap<number, string> | undefined {
  const threads = host?.cpu?.threads ?? []
  if (threads.length === 0 || threads.some(({ core }) => core === undefined)) return undefined
  return new Map(threads.map(({ cpu, socket = 0, die = 0, core }) => [cpu, `${socket}/${die}/${core}`]))
}
