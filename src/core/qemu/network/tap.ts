/** Tap devices that the host keeps for the guest. libvirt manual, Generic ethernet connection. */
import type { Interface } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, leftOut, report } from '../build/index.ts'
import { emitPairs } from '../writing/index.ts'
import { isVirtio } from './card-names.ts'

/** The kernel carries the packets of a virtio card unless the author has QEMU do it. libvirt: `qemuInterfaceOpenVhostNet`. */
export function servesInKernel(one: Interface): boolean {
  return isVirtio(one.model?.type ?? '') && one.driver?.name !== 'qemu'
}

/** libvirt does without vhost where the kernel has none; QEMU 7.2 ends there. */
export function needVhost(build: Build, path: Path): void {
  report(
    build,
    'qemu.host-setup',
    path,
    'vhost=on takes /dev/vhost-net: modprobe vhost_net. Where there is none say driver.name: qemu.',
  )
}

/** The queues of the card that the network can serve. */
export function queuesOf(one: Interface): number {
  return isVirtio(one.model?.type ?? '') ? (one.driver?.queues ?? 1) : 1
}

/** libvirt opens the tap device and hands it over; here QEMU opens it by its name. */
export function renderTap(build: Build, one: Interface, id: string, path: Path): true {
  const queues = queuesOf(one)
  const dev = one.target?.dev
  if (one.target?.managed !== false)
    report(
      build,
      'qemu.host-setup',
      path,
      `QEMU makes the tap device${dev === undefined ? '' : ` ${dev}`} when it may (CAP_NET_ADMIN)${one.script === undefined ? ', and nothing connects it. By hand: ip tuntap add NAME mode tap user YOU, then target.dev and managed: no' : ''}.`,
    )
  const vhost = servesInKernel(one)
  if (vhost) needVhost(build, path)
  emitPairs(build, '-netdev', path, 'tap', {
    id,
    ifname: dev,
    // Without a word QEMU looks for /etc/qemu-ifup; libvirt runs what is said, or nothing.
    script: one.script ?? 'no',
    downscript: one.downscript ?? 'no',
    vhost: vhost ? true : undefined,
    queues: queues > 1 ? queues : undefined,
    sndbuf: one.sndbuf,
  })
  return true
}

/** A tap device on an interface of the host is a file without a name in advance, so that a shell has to open it. */
export function reportMacvtap(build: Build, one: Interface, id: string, path: Path): false {
  const dev = one.source?.dev ?? 'eth0'
  const mode = one.source?.mode ?? 'vepa'
  const name = one.target?.dev ?? 'macvtap0'
  const address = one.mac?.address ?? '52:54:00:…'
  const vhost = servesInKernel(one) ? ',vhost=on' : ''
  leftOut(
    build,
    [...path, 'type'],
    `The card is not connected: libvirt makes a macvtap device and hands it over. By hand: ip link add link ${dev} name ${name} type macvtap mode ${mode}; ip link set ${name} address ${address} up; add -netdev tap,id=${id},fd=3${vhost} and netdev=${id} to the card; start QEMU with 3<>/dev/tap$(cat /sys/class/net/${name}/ifindex).`,
  )
  return false
}
