/** What a card is connected to. libvirt manual, Network interfaces; QEMU manual, -netdev. */
import type { Interface } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, leftOut } from '../build/index.ts'
import type { OptionValue } from '../words/options.ts'
import { emitPairs } from '../writing/index.ts'
import { renderBridge } from './bridges.ts'
import { canUsePasst, renderPasst } from './passt.ts'
import { forwards } from './port-forwards.ts'
import { queuesOf, renderTap, reportMacvtap } from './tap.ts'
import { renderVhostUser } from './vhost-user.ts'

/** Sockets to another QEMU: libvirt's types, and the keys that they are said with. */
export const socketKeys = { mcast: 'mcast', server: 'listen', client: 'connect' } as const

/**
 * Writes the `-netdev`.
 *
 * @param name of the card: net0; the network is called hostnet0, as libvirt calls it
 * @returns whether there is something for the card to be connected to
 */
export function renderNetdev(build: Build, one: Interface, name: string, path: Path): boolean {
  const { source, type = 'user' } = one
  const id = `host${name}`
  const netdev = (kind: string, pairs: Record<string, OptionValue>): true => {
    emitPairs(build, '-netdev', path, kind, { id }, pairs)
    return true
  }
  reportUnusedKeys(build, one, path)
  switch (type) {
    case 'user':
      if (one.backend?.type === 'passt' && canUsePasst(build, path))
        return renderPasst(build, one, id, name, path)
      return netdev('user', slirp(build, one, path))
    case 'bridge':
    case 'network':
      return renderBridge(build, one, id, path)
    case 'ethernet':
      return renderTap(build, one, id, path)
    case 'direct':
      return reportMacvtap(build, one, id, path)
    case 'vhostuser':
      return renderVhostUser(build, one, id, name, path)
    case 'vdpa': {
      if (source?.dev === undefined) break
      const queues = queuesOf(one)
      return netdev('vhost-vdpa', { vhostdev: source.dev, queues: queues > 1 ? queues : undefined })
    }
    case 'mcast':
    case 'server':
    case 'client':
      return netdev('socket', { [socketKeys[type]]: `${source?.address ?? ''}:${source?.port ?? 0}` })
    case 'udp':
      return netdev('socket', {
        udp: `${source?.address ?? ''}:${source?.port ?? 0}`,
        localaddr: `${source?.local_address ?? ''}:${source?.local_port ?? 0}`,
      })
    case 'null':
      return false
    default:
  }
  leftOut(
    build,
    [...path, 'type'],
    one.type === 'vdpa'
      ? 'The card is not connected: say the vDPA device of the host, /dev/vhost-vdpa-0.'
      : `The card is not connected: a network of type ${one.type} is no thing of QEMU’s. By hand: make a tap device and use type ethernet, or use bridge or user.`,
  )
  return false
}

/** libvirt manual, Userspace connection using SLIRP: the guest's network can be said. */
function slirp(build: Build, one: Interface, path: Path): Record<string, OptionValue> {
  const v4 = one.ips?.find(({ address, family }) => family !== 'ipv6' && !address?.includes(':'))
  const v6 = one.ips?.find(({ address, family }) => family === 'ipv6' || address?.includes(':') === true)
  if (one.source?.dev !== undefined)
    leftOut(build, [...path, 'source', 'dev'], 'Slirp uses the host’s routes: the interface is left out.')
  const { backend } = one
  if (backend?.log_file !== undefined)
    leftOut(build, [...path, 'backend', 'log_file'], 'The log is left out: it is for the backend passt.')
  if (backend?.fqdn !== undefined)
    leftOut(
      build,
      [...path, 'backend', 'fqdn'],
      'The full name is left out: slirp hands out a hostname and a domainname.',
    )
  return {
    net:
      v4?.address === undefined
        ? undefined
        : `${v4.address}${v4.prefix === undefined ? '' : `/${v4.prefix}`}`,
    'ipv6-prefix': v6?.address,
    'ipv6-prefixlen': v6?.prefix,
    hostname: backend?.hostname,
    hostfwd: forwards(build, one.port_forwards ?? [], path),
  }
}

/** The types whose network has a tap device. */
const onTap: ReadonlySet<string> = new Set(['bridge', 'network', 'ethernet', 'direct'])

/** Keys that a network of this type has no use for. */
function reportUnusedKeys(build: Build, one: Interface, path: Path): void {
  const type = one.type ?? 'user'
  const unused = (keys: Path, message: string) => leftOut(build, [...path, ...keys], message)
  const isPasst = one.backend?.type === 'passt' && (type === 'user' || type === 'vhostuser')
  if (type !== 'user' && !isPasst) {
    if ((one.port_forwards?.length ?? 0) > 0)
      unused(['port_forwards'], 'Port forwards are for user networks: they are left out here.')
    if (one.ips !== undefined)
      unused(['ips'], 'Addresses are given to guests on a user network only: set them in the guest.')
    for (const key of ['hostname', 'fqdn', 'log_file'] as const)
      if (one.backend?.[key] !== undefined)
        unused(['backend', key], `${key} is for user networks: it is left out here.`)
  }
  if (type !== 'ethernet') {
    if (one.script !== undefined) unused(['script'], 'The script is left out: it is for type ethernet.')
    if (one.downscript !== undefined)
      unused(['downscript'], 'The script at the end is left out: it is for type ethernet.')
  }
  if (!onTap.has(type)) {
    if (one.target?.dev !== undefined)
      unused(['target', 'dev'], `The name ${one.target.dev} is left out: there is no tap device here.`)
    if (one.driver?.name === 'vhost' && type === 'user')
      unused(['driver', 'name'], 'vhost is left out: it works with a tap device, type ethernet.')
    if (one.sndbuf !== undefined) unused(['sndbuf'], 'The send buffer is left out: it is for tap devices.')
    if (queuesOf(one) > 1 && type !== 'vhostuser' && type !== 'vdpa')
      unused(
        ['driver', 'queues'],
        'Several queues are left out: they work with a tap device, type ethernet, with vhost-user and vDPA.',
      )
  }
  if (one.backend?.tap !== undefined)
    unused(['backend', 'tap'], 'The tap device file is left out: QEMU opens /dev/net/tun.')
  if (one.backend?.vhost !== undefined)
    unused(['backend', 'vhost'], 'The vhost device file is left out: QEMU opens /dev/vhost-net.')
}
