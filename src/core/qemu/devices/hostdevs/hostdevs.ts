/** Real hardware given to the guest. libvirt manual, Host device assignment. */
import type { Hostdev } from '../../../domain/index.ts'
import { type Build, idOf, leftOut } from '../../build/index.ts'
import {
  adviceByHand,
  bootDecisions,
  byHand,
  decisionsOf,
  quiet,
  written,
  writtenIn,
} from '../../decisions/index.ts'
import { deviceDecisions } from '../device-decisions.ts'
import { usbSource, vfioPci, vhostScsi } from './hostdev-properties.ts'
import { renderMdev } from './mdev.ts'
import { renderPciHostdev } from './pci.ts'
import { renderScsiHostdev } from './scsi.ts'
import { renderUsbHostdev } from './usb.ts'
import { renderVhostScsi } from './vhost-scsi.ts'

const container = byHand('It is left out: it belongs to containers.')

export const hostdevDecisions = decisionsOf<Hostdev>([vfioPci, usbSource, vhostScsi], {
  mode: written,
  type: written,
  managed: quiet('QEMU takes no device from its driver; a finding of the device says how.'),
  model: written,
  sgio: byHand(
    'The filter of SCSI commands is left out: it is the kernel’s, /sys/dev/block/…/queue/unpriv_sgio.',
  ),
  rawio: byHand('rawio is left out: give QEMU the capability, capsh --caps=cap_sys_rawio+eip … .'),
  driver: {
    name: quiet('QEMU knows VFIO alone.'),
    model: byHand(
      'The variant driver is left out: bind the device to it before the start, in place of vfio-pci.',
    ),
    iommufd: written,
  },
  source: {
    startup_policy: adviceByHand(
      'startup_policy is left out: QEMU starts without a USB device that it knows by ids or port, and takes it when it is plugged in; one known by its number has to be there.',
    ),
    guest_reset: written,
    write_filtering: byHand('writeFiltering is left out: it belongs to Xen.'),
    ...writtenIn<NonNullable<Hostdev['source']>>()('protocol name adapter adapter_type hosts auth initiator'),
    block: container,
    char: container,
    interface: container,
    ...writtenIn<NonNullable<Hostdev['source']>>()('domain bus slot function'),
    multifunction: quiet('libvirt says it of the guest’s address.'),
    target: written,
    unit: written,
    uuid: written,
  },
  readonly: written,
  shareable: quiet('It concerns libvirt’s locks.'),
  boot: bootDecisions,
  ips: container,
  routes: container,
  ...deviceDecisions,
})

export function renderHostdevs(build: Build): void {
  // libvirt counts passed-through network cards first: they have taken the first names.
  const passedCards = (build.devices.interfaces ?? []).filter(
    ({ type, alias }) => type === 'hostdev' && alias?.name === undefined,
  ).length
  for (const [index, one] of (build.devices.hostdevs ?? []).entries()) {
    const path = ['devices', 'hostdevs', index]
    if (one.mode === 'capabilities') {
      leftOut(build, path, 'The device is left out: mode capabilities belongs to containers.')
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
        leftOut(build, [...path, 'type'], `QEMU can't give a device of type ${one.type} to the guest.`)
    }
  }
}
