/** Guests on a bridge of the host. libvirt opens a tap device and hands it over; a helper of QEMU's does it here. */
import type { Interface } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type DistroFamily, distroFamily } from '../../host/index.ts'
import { type Build, leftOut, report } from '../build/index.ts'
import { emitPairs } from '../writing/index.ts'
import { needVhost, queuesOf, servesInKernel } from './tap.ts'

/** Where distributions keep qemu-bridge-helper. */
const helperPaths: Readonly<Record<DistroFamily, string>> = {
  arch: '/usr/lib/qemu/qemu-bridge-helper',
  debian: '/usr/lib/qemu/qemu-bridge-helper',
  fedora: '/usr/libexec/qemu-bridge-helper',
  nixos: '/run/wrappers/bin/qemu-bridge-helper',
  opensuse: '/usr/lib/qemu-bridge-helper',
}

/** The bridge of libvirt's network `default`. */
const defaultBridge = 'virbr0'

/**
 * `-netdev bridge` finds its helper by itself and has no vhost; `-netdev tap` has it and takes the path of the helper.
 *
 * @returns true, for there is something for the card to be connected to
 */
export function renderBridge(build: Build, one: Interface, id: string, path: Path): true {
  const br = one.type === 'network' ? bridgeOf(build, one, path) : (one.source?.bridge ?? defaultBridge)
  const family = distroFamily(build.host.distro)
  const vhost = servesInKernel(one)
  report(
    build,
    'qemu.host-setup',
    path,
    `QEMU’s bridge helper connects the guest: the bridge ${br} has to be there, /etc/qemu/bridge.conf needs a line 'allow ${br}', and qemu-bridge-helper has to be setuid root.`,
  )
  if (vhost && family !== undefined) {
    needVhost(build, path)
    emitPairs(build, '-netdev', path, 'tap', {
      id,
      br,
      helper: helperPaths[family],
      vhost: true,
      sndbuf: one.sndbuf,
    })
  } else {
    emitPairs(build, '-netdev', path, 'bridge', { id, br })
    if (vhost) reportNoVhost(build, one, br, path)
    if (one.sndbuf !== undefined)
      leftOut(
        build,
        [...path, 'sndbuf'],
        `The send buffer is left out: it takes -netdev tap,br=${br},helper=…,sndbuf=${one.sndbuf}.`,
      )
  }
  if (one.target?.dev !== undefined)
    leftOut(
      build,
      [...path, 'target', 'dev'],
      `The name ${one.target.dev} is left out: the helper picks the name of the tap device.`,
    )
  if (queuesOf(one) > 1)
    leftOut(
      build,
      [...path, 'driver', 'queues'],
      'Several queues are left out: the bridge helper opens one. By hand: ip tuntap add tap0 mode tap multi_queue, ip link set tap0 master BRIDGE up, and type ethernet.',
    )
  return true
}

function reportNoVhost(build: Build, one: Interface, br: string, path: Path): void {
  const isSaid = one.driver?.name === 'vhost'
  report(
    build,
    isSaid ? 'qemu.unsupported' : 'qemu.differs',
    isSaid ? [...path, 'driver', 'name'] : path,
    `QEMU carries the packets itself, where libvirt has the kernel do it (vhost). With the distribution in the host facts, or by hand: -netdev tap,id=…,br=${br},helper=/usr/lib/qemu/qemu-bridge-helper,vhost=on.`,
  )
}

/** QEMU does not know libvirt's networks. */
function bridgeOf(build: Build, one: Interface, path: Path): string {
  const name = one.source?.network ?? 'default'
  if (one.source?.bridge !== undefined) return one.source.bridge
  if (name !== 'default')
    report(
      build,
      'qemu.differs',
      [...path, 'source', 'network'],
      `QEMU does not know libvirt’s networks: ${defaultBridge} stands for ${name}. Use type bridge with the bridge that virsh net-info ${name} shows.`,
      'warning',
    )
  return defaultBridge
}
