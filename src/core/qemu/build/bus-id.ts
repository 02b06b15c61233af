/** What the buses are called: a bus bears the id of its controller. libvirt names them so in `qemu_alias.c`. */
import type { Build } from './build.ts'

/** Controllers that have buses for devices. */
export type ControllerType =
  | 'pci'
  | 'usb'
  | 'scsi'
  | 'sata'
  | 'ide'
  | 'virtio-serial'
  | 'ccid'
  | 'nvme'
  | 'fdc'

/**
 * The id of a controller, `pci.1` or `usb`: the author's alias, else the name that libvirt gives it.
 *
 * @param index the controller's number among those of its type
 */
export function controllerId(build: Build, type: ControllerType, index: number): string {
  const own = build.ids.size === 0 ? undefined : build.ids.get(`${type}${index}`)
  if (own !== undefined) return own
  switch (type) {
    case 'pci':
      return index === 0 && build.board !== 'pc' ? 'pcie.0' : `pci.${index}`
    case 'usb':
      return index === 0 ? 'usb' : `usb${index}`
    // The controllers of the mainboard: libvirt gives them no id, QEMU calls their buses ide.0, ide.1 …
    case 'ide':
      return 'ide'
    case 'sata':
      return index === 0 && build.board === 'q35' ? 'ide' : `sata${index}`
    case 'fdc':
      return `fdc${index}`
    default:
      return `${type}${index}`
  }
}
