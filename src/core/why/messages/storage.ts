/** Storage pools, and the passphrases of disks. */
import type { CauseTable } from '../cause.ts'

export const storageMessages = {
  'why.pool': {
    by: 'libvirt',
    says: [
      "Storage pool not found: no storage pool with matching name '{pool}'",
      "storage pool '{pool}' is not active",
      "pool '{pool}' is not active",
      "Storage volume not found: no storage vol with matching name '{volume}'",
      "storage pool '{pool}' containing volume '{volume}' is not active",
    ],
    cause: 'The storage pool {pool} or the volume {volume} is not there, or not started.',
    run: 'virsh -c qemu:///system pool-list --all; virsh -c qemu:///system pool-start {pool}',
  },
  'why.secret': {
    by: 'libvirt',
    says: [
      "Secret not found: no secret with matching uuid '{uuid}'",
      "no secret with matching usage '{usage}'",
      "secret '{uuid}' does not have a value",
      'Invalid password, cannot unlock any keyslot',
    ],
    cause:
      'The passphrase of a disk is a secret that libvirt on this host does not have, or a wrong one. Define the secret, and set its value.',
    run: 'virsh -c qemu:///system secret-list',
  },
} as const satisfies CauseTable
