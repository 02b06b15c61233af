/** The door of incus/: instances for Incus and LXD. */
import { plainWriter } from '../plain/writer.ts'
import type { Target } from '../target.ts'
import { incusTarget } from './write.ts'

export const incus = {
  id: 'incus',
  about: 'An instance for Incus, or for LXD: its configuration, and the script that makes it of an image.',
  engine: 'qemu',
  writer: plainWriter(incusTarget),
} as const satisfies Target
