/** Network cards. libvirt manual, Network interfaces; QEMU manual, -netdev. */
import type { Path } from '../../finding.ts'
import { type Build, bootIndexOf, checkSocketPath, device, emit, find, idOf } from '../build.ts'
import { pciAddressOf } from '../devices/hostdevs.ts'
import { type OptionValue, options } from '../options.ts'
import type { Interface } from './interface-said.ts'
import { renderCard, reportSharedMac } from './network-cards.ts'
import { forwards } from './port-forwards.ts'

export function renderInterfaces(build: Build): void {
  for (const [index, one] of (build.devices.interfaces ?? []).entries()) {
    const path = ['devices', 'interfaces', index]
    const id = `net${index}`
    if (one.type === 'hostdev') renderPassedThrough(build, one, index, path)
    else renderCard(build, one, id, index, path, renderNetdev(build, one, id, path))
  }
}

/** @returns whether there is something for the card to be connected to */
function renderNetdev(build: Build, one: Interface, id: string, path: Path): boolean {
  const { source, driver } = one
  const netdev = (type: string, pairs: Record<string, OptionValue>) => {
    emit(build, '-netdev', path, options(type, { id, ...pairs }))
    return true
  }
  if (one.type !== 'user' && (one.port_forwards?.length ?? 0) > 0)
    find(
      build,
      'qemu.unsupported',
      [...path, 'port_forwards'],
      'Port forwards are for user networks: they are left out here.',
    )
  switch (one.type ?? 'user') {
    case 'user':
      if (source?.dev !== undefined)
        find(
          build,
          'qemu.unsupported',
          [...path, 'source', 'dev'],
          'Slirp uses the host’s routes: the interface is left out.',
        )
      unsaidTarget(build, one, path)
      return netdev('user', { hostfwd: forwards(build, one.port_forwards ?? [], path) })
    case 'bridge':
      unsaidTarget(build, one, path)
      return netdev('bridge', { br: bridge(build, source?.bridge ?? 'virbr0', path) })
    case 'network': {
      const name = source?.network ?? 'default'
      if (name !== 'default')
        find(
          build,
          'qemu.differs',
          [...path, 'source', 'network'],
          `QEMU does not know libvirt’s networks: virbr0 stands for ${name}. Use type bridge with the bridge that virsh net-info ${name} shows.`,
          'warning',
        )
      unsaidTarget(build, one, path)
      return netdev('bridge', { br: bridge(build, 'virbr0', path) })
    }
    case 'ethernet':
      reportSharedMac(build, one, path)
      if (one.target?.managed !== false)
        find(
          build,
          'qemu.host-setup',
          path,
          `QEMU makes the tap device ${one.target?.dev ?? ''} when it may (CAP_NET_ADMIN), and nothing connects it.`,
        )
      return netdev('tap', {
        ifname: one.target?.dev,
        script: one.script ?? 'no',
        downscript: one.downscript ?? 'no',
        vhost: driver?.name === 'vhost' ? true : undefined,
        queues: driver?.queues,
      })
    case 'vhostuser':
      return renderVhostUser(build, one, id, path)
    case 'vdpa':
      if (source?.dev === undefined) break
      return netdev('vhost-vdpa', { vhostdev: source.dev, queues: driver?.queues })
    case 'mcast':
      return netdev('socket', { mcast: `${source?.address ?? ''}:${source?.port ?? 0}` })
    case 'server':
      return netdev('socket', { listen: `${source?.address ?? ''}:${source?.port ?? 0}` })
    case 'client':
      return netdev('socket', { connect: `${source?.address ?? ''}:${source?.port ?? 0}` })
    case 'udp':
      return netdev('socket', {
        udp: `${source?.address ?? ''}:${source?.port ?? 0}`,
        localaddr: `${source?.local_address ?? ''}:${source?.local_port ?? 0}`,
      })
    case 'null':
      return false
    default:
  }
  find(
    build,
    'qemu.unsupported',
    [...path, 'type'],
    `A network of type ${one.type} is left out, so the card is not connected: libvirt opens it and hands it to QEMU. By hand: make a tap device and use type ethernet, or use bridge or user.`,
  )
  return false
}

function unsaidTarget(build: Build, one: Interface, path: Path): void {
  if (one.target?.dev !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'target', 'dev'],
      `The name ${one.target.dev} is left out: QEMU picks the name of the tap device.`,
    )
  if (one.driver?.name === 'vhost')
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'name'],
      'vhost is left out: it works with a tap device, type ethernet.',
    )
  if (one.driver?.queues !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'queues'],
      'Several queues are left out: they work with a tap device, type ethernet.',
    )
}

/** QEMU manual, Bridge helper. */
function bridge(build: Build, name: string, path: Path): string {
  find(
    build,
    'qemu.host-setup',
    path,
    `QEMU’s bridge helper connects the guest: the bridge ${name} has to be there, /etc/qemu/bridge.conf needs a line 'allow ${name}', and qemu-bridge-helper has to be setuid root.`,
  )
  return name
}

function renderVhostUser(build: Build, one: Interface, id: string, path: Path): boolean {
  const { source } = one
  if (source?.path === undefined) {
    find(
      build,
      'qemu.text',
      [...path, 'source', 'path'],
      'A vhost-user network needs the socket of its process.',
      'warning',
    )
    return false
  }
  checkSocketPath(build, source.path, path)
  const server = source.mode === 'server'
  emit(
    build,
    '-chardev',
    path,
    options('socket', { id: `char-${id}`, path: source.path, server: server ? true : undefined }),
  )
  emit(
    build,
    '-netdev',
    path,
    options('vhost-user', { id, chardev: `char-${id}`, queues: one.driver?.queues }),
  )
  return true
}

/** A whole card of the host. libvirt manual, PCI Passthrough. */
function renderPassedThrough(build: Build, one: Interface, index: number, path: Path): void {
  const host = pciAddressOf(build, one.source, [...path, 'source'])
  if (host === undefined) return
  find(
    build,
    'qemu.host-setup',
    path,
    `Bind ${host} to vfio-pci before the start: libvirt does that by itself. The address of the card is set on its physical function.`,
  )
  device(build, 'vfio-pci', path, {
    host,
    id: idOf(build, one.alias, `nic${index}`, path),
    bootindex: bootIndexOf(build, 'network', one.boot),
  })
}
