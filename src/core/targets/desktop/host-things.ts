/** What of the host a VM sees: folders and USB devices. */
import type { Position } from '../../finding.ts'
import { isOfWindows } from './drives.ts'
import type { DesktopMachine } from './machine.ts'

/** A folder of the host, by virtiofs. One of Windows is none on the new host. */
export function addShare(
  machine: DesktopMachine,
  path: string,
  name: string,
  isWritten: boolean,
  position: Position,
): void {
  if (!path.startsWith('/')) {
    const why = isOfWindows(path) ? 'is one of Windows' : 'has no whole path'
    machine.say('left', 'warning', `The shared folder ${name} is left out: ${path} ${why}.`, position)
    return
  }
  const target = name.replace(/[^\w.-]+/g, '-').slice(0, 36)
  const share = {
    driver: 'virtiofs',
    source: { dir: path },
    target,
    ...(isWritten ? {} : { readonly: true }),
  }
  machine.add('filesystems', share, position)
  machine.say(
    'changed',
    'advice',
    `The shared folder ${name} goes by virtiofs: mount -t virtiofs ${target} /mnt in the guest; Windows needs WinFsp and the virtio drivers.`,
    position,
  )
}

/** @param vendor hexadecimal, with or without 0x */
export function addUsbDevice(
  machine: DesktopMachine,
  vendor: string,
  product: string,
  position: Position,
): void {
  const id = (digits: string) => `0x${digits.replace(/^0x/i, '').toLowerCase().padStart(4, '0')}`
  const source = { startup_policy: 'optional', vendor: id(vendor), product: id(product) }
  machine.add('hostdevs', { type: 'usb', source }, position)
}
