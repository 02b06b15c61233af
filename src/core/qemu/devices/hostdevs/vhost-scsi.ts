/** A SCSI target of the host's kernel. libvirt manual, scsi_host. */
import type { Hostdev } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, bootIndexOf, report } from '../../build/index.ts'
import { placedDevice, virtioFlavour } from '../../writing/index.ts'
import { vhostScsi } from './hostdev-properties.ts'

/** libvirt opens /dev/vhost-scsi and hands in a descriptor; without one QEMU opens it itself. */
export function renderVhostScsi(build: Build, one: Hostdev, id: string, path: Path): void {
  placedDevice(build, `vhost-scsi${virtioFlavour(one.model, one.address)}`, path, vhostScsi, one, {
    id,
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
  })
  report(
    build,
    'qemu.host-setup',
    path,
    'The target has to be there before the start (targetcli), and QEMU has to be allowed to open /dev/vhost-scsi.',
  )
}
