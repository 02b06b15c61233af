/** The ports of the host that lead to the guest, whoever said them. */
import type { Change, Path } from '../../finding.ts'
import type { RuleContext } from './rule.ts'

/** Ports of the host that one program listens at. */
export interface HostPorts {
  readonly proto: 'tcp' | 'udp'
  readonly address: string
  readonly dev: string | undefined
  /** Both included. */
  readonly first: number
  readonly last: number
}

export interface Forward extends HostPorts {
  readonly path: Path
  /** What it is called in a message. */
  readonly what: string
  /** Moves it to another port of the host; undefined for a range. */
  readonly moveTo: ((port: number) => readonly Change[]) | undefined
}

const loopback = '127.0.0.1'

export function forwardsOf({ spec }: Pick<RuleContext, 'spec'>): Forward[] {
  const forwards: Forward[] = []
  const ofNetwork = { proto: 'tcp', address: loopback, dev: undefined } as const
  if ((spec.network?.mode ?? 'user') === 'user') {
    const port = spec.ssh?.port ?? 0
    if (port !== 0)
      forwards.push({
        ...ofNetwork,
        path: ['ssh', 'port'],
        first: port,
        last: port,
        what: 'SSH',
        moveTo: (to) => [{ path: ['ssh', 'port'], value: to }],
      })
    for (const [index, text] of (spec.network?.port_forwards ?? []).entries()) {
      const [host = Number.NaN, guest] = text.split(':').map(Number)
      const path = ['network', 'port_forwards', index]
      if (Number.isNaN(host)) continue
      forwards.push({
        ...ofNetwork,
        path,
        first: host,
        last: host,
        what: `the forward ${text}`,
        moveTo: (to) => [{ path, value: `${to}:${guest ?? host}` }],
      })
    }
  }
  for (const [index, { port_forwards }] of (spec.libvirt?.devices?.interfaces ?? []).entries())
    for (const [number, { proto, address, dev, ranges }] of (port_forwards ?? []).entries())
      for (const [at, { start, end, to, exclude }] of (ranges ?? []).entries()) {
        if (start === undefined || exclude === true) continue
        const path = ['libvirt', 'devices', 'interfaces', index, 'port_forwards', number, 'ranges', at]
        const move = (port: number) => [
          { path: [...path, 'start'], value: port },
          { path: [...path, 'to'], value: to ?? start },
        ]
        forwards.push({
          path,
          proto: proto ?? 'tcp',
          address: address ?? loopback,
          dev,
          first: start,
          last: end ?? start,
          what: `the forward of port ${start} at libvirt.devices.interfaces[${index}]`,
          moveTo: end === undefined ? move : undefined,
        })
      }
  return forwards
}

/** True when both want one port of the host. */
export function collide(a: HostPorts, b: HostPorts): boolean {
  const samePorts = a.first <= b.last && b.first <= a.last
  const anywhere = (address: string) => address === '0.0.0.0' || address === '::'
  const sameAddress = a.address === b.address || anywhere(a.address) || anywhere(b.address)
  return a.proto === b.proto && a.dev === b.dev && samePorts && sameAddress
}
