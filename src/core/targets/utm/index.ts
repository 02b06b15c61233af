/** The door of utm/: the configuration of a VM of UTM, for macOS. */
import { plainWriter } from '../plain/writer.ts'
import type { Target } from '../target.ts'
import { utmTarget } from './write.ts'

export const utm = {
  id: 'utm',
  about: 'The configuration of a VM of UTM on macOS, and the script that puts its disks beside it.',
  engine: 'qemu',
  writer: plainWriter(utmTarget),
} as const satisfies Target
