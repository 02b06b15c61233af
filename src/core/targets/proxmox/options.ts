/** What a person may choose. */
import type { TargetOptions } from '../target.ts'

export const options = {
  storage: {
    help: 'The storage that the disks go to.',
    words: {
      'local-lvm': 'LVM of the node, as its installer makes it',
      'local-zfs': 'ZFS of the node, as its installer makes it',
      local: 'files below /var/lib/vz',
    },
  },
} as const satisfies TargetOptions
