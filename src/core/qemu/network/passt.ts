/** User networks carried by passt, a program beside QEMU. libvirt: `qemu_passt.c`; passt(1). */
import type { Interface, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, hasQemu, report, socketPath } from '../build/index.ts'
import { reconnectKey } from '../chardevs/chardev.ts'
import { emitPairs } from '../writing/index.ts'

type PortForward = Item<Interface['port_forwards']>
type Range = Item<PortForward['ranges']>

/** libvirt has QEMU try again so long after passt went away. */
const reconnectAfterSeconds = 5

/** Whether passt can carry the network; a finding says why not. `-netdev stream` came with QEMU 7.2. */
export function canUsePasst(build: Build, path: Path): boolean {
  if (hasQemu(build, '7.2')) return true
  report(
    build,
    'qemu.differs',
    [...path, 'backend', 'type'],
    `passt takes QEMU 7.2 or later, and this is ${build.version ?? ''}: QEMU’s own slirp carries the network.`,
  )
  return false
}

/** The network and the program that carries it. */
export function renderPasst(build: Build, one: Interface, id: string, name: string, path: Path): true {
  const socket = startPasst(build, one, name, path)
  emitPairs(
    build,
    '-netdev',
    path,
    'stream',
    { id, 'addr.type': 'unix', 'addr.path': socket, server: false },
    // It came with 8.0.
    hasQemu(build, '8.0') ? reconnectKey(build, reconnectAfterSeconds) : undefined,
  )
  return true
}

/**
 * Has passt started before QEMU. It ends when QEMU closes the connection.
 *
 * @returns its socket
 */
export function startPasst(build: Build, one: Interface, name: string, path: Path): string {
  const socket = socketPath(build, `passt-${name}.sock`, path)
  const { backend } = one
  const argv = ['passt', '--foreground', '--one-off', '--socket', socket]
  if (one.type === 'vhostuser') argv.push('--vhost-user')
  const add = (option: string, value: string | number | undefined) => {
    if (value !== undefined) argv.push(option, String(value))
  }
  add('--mtu', one.mtu?.size)
  add('--interface', one.source?.dev)
  add('--hostname', backend?.hostname)
  add('--fqdn', backend?.fqdn)
  add('--log-file', backend?.log_file)
  for (const ip of one.ips ?? []) {
    add('--address', ip.address)
    // passt takes no other length than 64 for IPv6.
    if (!ip.address?.includes(':')) add('--netmask', ip.prefix)
  }
  for (const forward of one.port_forwards ?? [])
    add(forward.proto === 'udp' ? '--udp-ports' : '--tcp-ports', passtPorts(forward))
  build.helpers.push({ name: 'passt', argv, socket, path })
  return socket
}

/** `127.0.0.1/2222:22`, `%eth0/80`, `5000-5010,~5003`, and `all` when no port is said. */
export function passtPorts({ address, dev, ranges = [] }: PortForward): string {
  const where = `${address ?? ''}${dev === undefined ? '' : `%${dev}`}`
  const ports = ranges.length === 0 ? 'all' : ranges.map(passtRange).join(',')
  return where === '' ? ports : `${where}/${ports}`
}

function passtRange({ start = 0, end, to, exclude }: Range): string {
  const here = end === undefined ? `${start}` : `${start}-${end}`
  if (exclude === true) return `~${here}`
  if (to === undefined) return here
  return `${here}:${end === undefined ? to : `${to}-${to + end - start}`}`
}
