/** SCSI devices of the host and of an iSCSI target, all commands let through. libvirt manual, SCSI host devices. */
import type { Hostdev } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, bootIndexOf, controllerId, leftOut, report } from '../../build/index.ts'
import { networkNode } from '../../disks/network-node.ts'
import type { Node } from '../../disks/storage-context.ts'
import type { OptionValue } from '../../words/options.ts'
import { device, emitPairs } from '../../writing/index.ts'

/**
 * @param index of the device among the host devices: a node of QEMU has a name of at most 31 bytes, an alias may be longer
 */
export function renderScsiHostdev(build: Build, one: Hostdev, id: string, index: number, path: Path): void {
  const name = `libvirt-hostdev${index}-backend`
  const { source } = one
  const node =
    source?.protocol === 'iscsi'
      ? networkNode(
          { build, disk: {}, path: [...path, 'source'], name, stem: `hostdev${index}` },
          {
            protocol: 'iscsi',
            name: source.name,
            hosts: source.hosts,
            auth: source.auth,
            initiator: source.initiator,
          },
        )
      : localNode(build, one, path)
  if (node === undefined) return
  emitPairs(build, '-blockdev', path, '', node, { 'node-name': name, 'read-only': one.readonly === true })
  device(build, 'scsi-generic', path, { drive: name, id }, scsiPlace(build, one), {
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
  })
}

/** What the links to SCSI devices are called in the state directory: `scsi-0:0:4:0`. */
export const scsiLinkStart = 'scsi-'

/** The kernel numbers /dev/sgN as it finds them, so that a link says which device is meant. */
function localNode(build: Build, { source }: Hostdev, path: Path): Node | undefined {
  const host = /^scsi_host(\d+)$/.exec(source?.adapter ?? '')?.[1]
  if (host === undefined) {
    leftOut(
      build,
      [...path, 'source', 'adapter'],
      'The SCSI device is left out: say its adapter as scsi_host0, as lsscsi numbers it. libvirt makes adapters of Fibre Channel itself.',
    )
    return undefined
  }
  const place = [host, source?.bus, source?.target, source?.unit].map((part) => Number(part ?? 0)).join(':')
  const link = `${build.stateDir}/${scsiLinkStart}${place}`
  report(
    build,
    'qemu.host-setup',
    path,
    `Make the link before the start, since /dev/sgN changes: ln -sfn /dev/$(ls /sys/bus/scsi/devices/${place}/scsi_generic) ${link}. QEMU has to be allowed to open the device.`,
  )
  return { driver: 'host_device', filename: link }
}

/** virtio-scsi has targets and LUNs; on the others libvirt's unit is the target. */
function scsiPlace(build: Build, { address }: Hostdev): Record<string, OptionValue> {
  if (address?.type !== 'drive') return {}
  const controller = Number(address.controller ?? 0)
  const bus = `${controllerId(build, 'scsi', controller)}.0`
  const unit = Number(address.unit ?? 0)
  if (!isVirtio(build, controller)) return { bus, 'scsi-id': unit }
  return { bus, channel: Number(address.bus ?? 0), 'scsi-id': Number(address.target ?? 0), lun: unit }
}

function isVirtio({ devices }: Build, number: number): boolean {
  const controller = devices.controllers?.find(
    ({ type, index }) => type === 'scsi' && (index ?? 0) === number,
  )
  const model = controller?.model ?? 'virtio-scsi'
  return model.startsWith('virtio') || model === 'auto'
}
