/** Disks, cdroms and floppies. libvirt manual, Hard drives, floppy disks, CDROMs; QEMU manual, -blockdev. */
import type { Disk } from '../../domain/index.ts'
import { type Build, bootIndexOf, leftOut } from '../build/index.ts'
import { firstNumbers, renderChain } from './block-layers.ts'
import {
  type Common,
  renderFloppy,
  renderIde,
  renderNvme,
  renderScsiDisk,
  renderUsbDisk,
  renderVhostUser,
  renderVirtio,
} from './disk-devices.ts'
import { checkAddress, libvirtOrder, type Place, placeOf } from './disk-place.ts'
import { renderSdCard } from './sd-drive.ts'
import { renderThrottleGroups } from './throttle.ts'

export function renderDisks(build: Build): void {
  renderThrottleGroups(build)
  const places = libvirtOrder(
    (build.devices.disks ?? []).map((disk, index) => placeOf(build, uncached(disk), index)),
  )
  const numbers = firstNumbers(places.map(({ disk }) => disk))
  for (const [index, place] of places.entries()) {
    const { disk } = place
    if (disk.type === 'vhostuser') renderVhostUser(build, place)
    else if (place.bus === 'sd') renderSdCard(build, place)
    else renderDisk(build, place, numbers[index] ?? 1)
  }
}

/** A disk that other machines write as well must not be read from this host's memory; libvirt sees to it. */
function uncached(disk: Disk): Disk {
  const { cache } = disk.driver ?? {}
  const isOpen = disk.shareable === true && disk.readonly !== true
  return isOpen && (cache === undefined || cache === 'default')
    ? { ...disk, driver: { ...disk.driver, cache: 'none' } }
    : disk
}

const renderers: Readonly<Record<string, (build: Build, place: Place, common: Common) => void>> = {
  virtio: renderVirtio,
  sata: renderIde,
  ide: renderIde,
  scsi: renderScsiDisk,
  usb: renderUsbDisk,
  nvme: renderNvme,
}

function renderDisk(build: Build, place: Place, first: number): void {
  const { disk, path, bus } = place
  const kind =
    disk.device === 'cdrom' ? 'cdrom' : disk.device === 'floppy' || bus === 'fdc' ? 'floppy' : 'disk'
  const render = kind === 'floppy' ? renderFloppy : renderers[bus]
  if (render === undefined) {
    leftOut(
      build,
      [...path, 'target', 'bus'],
      `QEMU has no disk on the bus ${bus} here: use virtio, sata or scsi.`,
    )
    return
  }
  const drive = renderChain(build, place, first)
  // A cdrom without a disc has a drive all the same, anything else without data is nothing.
  if (drive === undefined && kind === 'disk') return
  checkAddress(build, place)
  render(build, place, {
    drive,
    id: place.id,
    bootindex: kind === 'floppy' ? undefined : bootIndexOf(build, kind, disk.boot),
  })
  if (disk.target?.tray === 'open')
    leftOut(
      build,
      [...path, 'target', 'tray'],
      `The tray starts closed: say eject ${place.id} in the QEMU monitor.`,
    )
}
