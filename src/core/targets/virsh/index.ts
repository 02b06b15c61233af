/** The door of virsh/: one paste for a terminal that defines the VM. */
import type { Target } from '../target.ts'
import { writeVirsh } from './write.ts'

export const virsh = {
  id: 'virsh',
  about: 'Lines to paste into a terminal of the host: virsh defines the VM.',
  engine: 'libvirt',
  writer: { options: {}, write: writeVirsh },
} as const satisfies Target
