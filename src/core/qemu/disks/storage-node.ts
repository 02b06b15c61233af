/** Where the data of a layer is, as keys of a protocol node. QEMU manual, -blockdev; QAPI, BlockdevOptions. */
import { shellWord } from '../../text/index.ts'
import { leftOut, report } from '../build/index.ts'
import { object } from '../writing/index.ts'
import { networkNode } from './network-node.ts'
import type { Node, Source, StorageContext } from './storage-context.ts'

/** @returns undefined when there is no data, or none that QEMU can reach */
export function storageNode(
  context: StorageContext,
  type: string | undefined,
  source: Source,
): Node | undefined {
  const { build, disk, path } = context
  switch (type ?? 'file') {
    case 'file':
      if (source.fdgroup !== undefined)
        report(
          build,
          'qemu.differs',
          [...path, 'fdgroup'],
          'The file is opened by its name: file descriptors that a program hands to libvirt are not there.',
        )
      return source.file === undefined
        ? undefined
        : { driver: 'file', filename: source.file, ...localKeys(context, source) }
    case 'block':
      return source.dev === undefined
        ? undefined
        : {
            driver: disk.device === 'cdrom' ? 'host_cdrom' : 'host_device',
            filename: source.dev,
            ...localKeys(context, source),
          }
    case 'dir':
      return source.dir === undefined
        ? undefined
        : { driver: 'vvfat', dir: source.dir, floppy: disk.device === 'floppy', rw: false }
    case 'nvme':
      return nvmeNode(context, source)
    case 'vhostvdpa':
      // The driver wants direct access, which libvirt asks the author to say.
      return source.dev === undefined
        ? undefined
        : {
            driver: 'virtio-blk-vhost-vdpa',
            path: source.dev,
            ...(disk.driver?.cache === undefined ? { 'cache.direct': true } : {}),
          }
    case 'network':
      return networkNode(context, source)
    case 'volume':
      leftOut(
        build,
        path,
        `The volume ${source.volume ?? ''} is left out: storage pools are libvirt’s own. Say the file or device itself: \`virsh vol-path --pool ${shellWord(source.pool ?? 'POOL')} -- ${shellWord(source.volume ?? 'VOLUME')}\` shows it, or look into the directory of the pool (/var/lib/libvirt/images for most).`,
      )
      return undefined
    default:
      leftOut(build, path, `A disk of type ${type} is left out: QEMU has none.`)
      return undefined
  }
}

/** What files and devices of the host may have. */
function localKeys({ build, disk, path, name }: StorageContext, { reservations }: Source): Node {
  const { io } = disk.driver ?? {}
  if (reservations === undefined) return { aio: io }
  // One helper of libvirt's serves all disks, a helper of the author's its own.
  const own = reservations.source?.path
  const id = own === undefined ? 'pr-helper0' : `pr-helper-${name}`
  const socket = own ?? `${build.stateDir}/pr-helper0.sock`
  if (!build.present.has(id)) {
    build.present.add(id)
    object(build, 'pr-manager-helper', [...path, 'reservations'], { id, path: socket })
    if (own === undefined)
      report(
        build,
        'qemu.host-setup',
        [...path, 'reservations'],
        `Persistent reservations need a helper that runs as root: qemu-pr-helper -k ${socket}`,
      )
  }
  return { aio: io, 'pr-manager': id }
}

function nvmeNode({ build, path }: StorageContext, source: Source): Node | undefined {
  const { domain = '0', bus = '0', slot = '0', function: number = '0' } = source.address ?? {}
  if (source.address === undefined) {
    report(build, 'qemu.text', path, 'An NVMe disk needs the PCI address of its controller.', 'warning')
    return undefined
  }
  const device = `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${hex(number, 1)}`
  report(
    build,
    'qemu.host-setup',
    [...path, 'address'],
    `QEMU drives ${device} itself, by VFIO: unmount what is on it and bind it to vfio-pci before, with driverctl set-override ${device} vfio-pci.`,
  )
  return { driver: 'nvme', device, namespace: source.namespace ?? 1 }
}

function hex(text: string, digits: number): string {
  return Number(text).toString(16).padStart(digits, '0')
}
