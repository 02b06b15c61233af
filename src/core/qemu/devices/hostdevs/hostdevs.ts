/** Real hardware given to the guest. libvirt manual, Host device assignment. */
import type { Hostdev } from '../../../domain/index.ts'
import { saidBy } from '../../writing/beyond.ts'
import { type Build, find, idOf } from '../../writing/build.ts'
import { adviceByHand, byHand, quiet, said } from '../../writing/decisions.ts'
import { bootSaid } from '../../writing/device-decisions.ts'
import { deviceSaid } from '../device-decisions.ts'
import { usbSource, vfioPci, vhostScsi } from './hostdev-properties.ts'
import { renderMdev } from './mdev.ts'
import { renderPciHostdev } from './pci.ts'
import { renderScsiHostdev } from './scsi.ts'
import { renderUsbHostdev } from './usb.ts'
import { renderVhostScsi } from './vhost-scsi.ts'

const container = byHand('It is left out: it belongs to containers.')

export const hostdevSaid = saidBy<Hostdev>([vfioPci, usbSource, vhostScsi], {
  mode: said,
  type: said,
  managed: quiet('QEMU takes no device from its driver; a finding of the device says how.'),
  model: said,
  sgio: byHand(
    'The filter of SCSI commands is left out: it is the kernel’s, /sys/dev/block/…/queue/unpriv_sgio.',
  ),
  rawio: byHand('rawio is left out: give QEMU the capability, capsh --caps=cap_sys_rawio+eip … .'),
  driver: {
    name: quiet('QEMU knows VFIO alone.'),
    model: byHand(
      'The variant driver is left out: bind the device to it before the start, in place of vfio-pci.',
    ),
    iommufd: said,
  },
  source: {
    startup_policy: adviceByHand(
      'startup_policy is left out: QEMU starts without a USB device that it knows by ids or port, and takes it when it is plugged in; one known by its number has to be there.',
    ),
    guest_reset: said,
    write_filtering: byHand('writeFiltering is left out: it belongs to Xen.'),
    protocol: said,
    name: said,
    adapter: said,
    adapter_type: said,
    hosts: said,
    auth: said,
    initiator: said,
    block: container,
    char: container,
    interface: container,
    domain: said,
    bus: said,
    slot: said,
    function: said,
    multifunction: quiet('libvirt says it of the guest’s address.'),
    target: said,
    unit: said,
    uuid: said,
  },
  readonly: said,
  shareable: quiet('It concerns libvirt’s locks.'),
  boot: bootSaid,
  ips: container,
  routes: container,
  ...deviceSaid,
})

export function renderHostdevs(build: Build): void {
  // libvirt counts passed-through network cards first: they have taken the first names.
  const passedCards = (build.devices.interfaces ?? []).filter(
    ({ type, alias }) => type === 'hostdev' && alias?.name === undefined,
  ).length
  for (const [index, one] of (build.devices.hostdevs ?? []).entries()) {
    const path = ['devices', 'hostdevs', index]
    if (one.mode === 'capabilities') {
      find(
        build,
        'qemu.unsupported',
        path,
        'The device is left out: mode capabilities belongs to containers.',
      )
      continue
    }
    const id = idOf(build, one.alias, `hostdev${passedCards + index}`, path)
    switch (one.type) {
      case 'pci':
        renderPciHostdev(build, one, id, path)
        break
      case 'usb':
        renderUsbHostdev(build, one, id, path)
        break
      case 'mdev':
        renderMdev(build, one, id, path)
        break
      case 'scsi_host':
        renderVhostScsi(build, one, id, path)
        break
      case 'scsi':
        renderScsiHostdev(build, one, id, index, path)
        break
      default:
        find(
          build,
          'qemu.unsupported',
          [...path, 'type'],
          `QEMU can't give a device of type ${one.type} to the guest.`,
        )
    }
  }
}
