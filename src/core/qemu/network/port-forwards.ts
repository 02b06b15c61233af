/** Ports of the host that lead to the guest. QEMU manual, -netdev user (hostfwd). */
import type { Interface, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, leftOut } from '../build/index.ts'

type PortForward = Item<Interface['port_forwards']>

const manyPorts = 1024
const lastPort = 65_535
/** More forwards than a host has ports say something twice. */
const allPorts = lastPort + 1

/** `hostfwd=tcp:127.0.0.1:2222-:22`: nobody else on the network gets in unless an address says so. */
export function forwards(build: Build, list: readonly PortForward[], path: Path): readonly string[] {
  const rules: string[] = []
  for (const [index, forward] of list.entries()) {
    const proto = forward.proto ?? 'tcp'
    const address = forward.address ?? '127.0.0.1'
    // All addresses: people leave the place empty, and so does this.
    const host = address === '0.0.0.0' ? '' : address
    const at = [...path, 'port_forwards', index]
    if (forward.dev !== undefined)
      leftOut(
        build,
        [...at, 'dev'],
        'The host interface of a forward is left out: slirp listens on an address. Say the address of the interface, or the backend passt.',
      )
    if (address.includes(':')) {
      leftOut(
        build,
        [...at, 'address'],
        `The forwards on ${address} are left out: slirp listens on IPv4 addresses only.`,
      )
      continue
    }
    const excluded = (forward.ranges ?? []).filter(({ exclude }) => exclude === true)
    const isExcluded = (port: number) =>
      excluded.some(
        ({ start, end = start }) => start !== undefined && start <= port && port <= (end ?? start),
      )
    for (const [rangeIndex, range] of (forward.ranges ?? []).entries()) {
      const { start, end = start, to = start } = range
      if (range.exclude === true || start === undefined || end === undefined || to === undefined) continue
      // Counted up, a number beyond 2^53 would stay what it is.
      if (start < 1 || end > lastPort) {
        leftOut(
          build,
          [...at, 'ranges', rangeIndex],
          `The forward of ${start === end ? start : `${start} to ${end}`} is left out: ports go from 1 to ${lastPort}.`,
        )
        continue
      }
      if (end - start >= manyPorts || rules.length > allPorts) {
        leftOut(
          build,
          [...at, 'ranges', rangeIndex],
          `The ports ${start} to ${end} are left out: slirp takes one rule for each of them. Forward at most ${manyPorts}.`,
        )
        continue
      }
      for (let port = start; port <= end; port += 1)
        if (!isExcluded(port)) rules.push(`${proto}:${host}:${port}-:${to + port - start}`)
    }
    if ((forward.ranges?.length ?? 0) === 0)
      leftOut(build, at, 'A forward of all ports is left out: say which ones.')
  }
  return rules
}
