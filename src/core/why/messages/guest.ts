/** What the guest says when it does not start. */
import type { CauseTable } from '../cause.ts'

export const guestMessages = {
  'why.guest-crashed': {
    by: 'QEMU',
    says: [
      'BdsDxe: failed to load Boot{} "{}" from {}: Not Found',
      'BdsDxe: No bootable option or device was found.',
      'No bootable device.',
      'Boot failed: not a bootable disk',
      'Boot failed: could not read the boot disk',
      'BdsDxe: failed to load Boot{} "{}" from {}: Access Denied',
      'Booting from Hard Disk...',
    ],
    cause:
      'The firmware found nothing to start: the disk is empty, the installer’s ISO is not first in the boot order, or the system was installed for the other kind of firmware (BIOS or UEFI). “Access Denied” is Secure Boot, which does not trust the boot loader.',
    at: 'os.boot',
  },
  'why.kernel-panic-root': {
    by: 'Linux',
    says: [
      'VFS: Unable to mount root fs on unknown-block({})',
      'Kernel panic - not syncing: VFS: Unable to mount root fs',
      'ALERT! UUID={} does not exist. Dropping to a shell!',
      "ERROR: device 'UUID={}' not found. Skipping fsck.",
    ],
    cause:
      'The guest’s kernel does not see its disk: its initramfs lacks the driver of the bus (virtio), or root= on the kernel’s command line names another disk. Put the disk on SATA once, add the driver in the guest, and put it back.',
    at: 'devices.disks',
  },
} as const satisfies CauseTable
