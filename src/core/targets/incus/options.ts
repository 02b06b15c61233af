/** What a person may choose. */
import type { TargetOptions } from '../target.ts'

export const options = {
  server: {
    help: 'What runs it.',
    words: {
      'incus-6': 'Incus 6.0, as Debian 13 has it',
      'incus-7': 'Incus 7.1 and newer, which knows the topology of the processor',
      lxd: 'LXD 6',
    },
  },
} as const satisfies TargetOptions
