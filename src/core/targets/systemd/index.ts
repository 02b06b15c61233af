/** The door of systemd/: a unit that runs the script of QEMU. */
import type { Target } from '../target.ts'
import { writeSystemd } from './write.ts'

export const systemd = {
  id: 'systemd',
  about: 'A unit of systemd that runs the VM by QEMU itself, without libvirt.',
  engine: 'qemu',
  writer: { options: {}, write: writeSystemd },
} as const satisfies Target
