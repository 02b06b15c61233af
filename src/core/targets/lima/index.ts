/** The door of lima/: an instance of Lima. */
import { plainWriter } from '../plain/writer.ts'
import type { Target } from '../target.ts'
import { limaTarget } from './write.ts'

export const lima = {
  id: 'lima',
  about: 'An instance of Lima, for Linux without a screen: its image, size, mounts and ports.',
  engine: 'qemu',
  writer: plainWriter(limaTarget),
} as const satisfies Target
