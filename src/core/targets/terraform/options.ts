/** What a person may choose. */
import type { TargetOptions } from '../target.ts'

export const options = {
  seed: {
    help: 'What makes the CD for cloud-init.',
    words: {
      own: 'seed.iso of vmwright, beside the configuration',
      provider:
        'libvirt_cloudinit_disk: its texts stand in the configuration, but guests may not read its CD',
    },
  },
} as const satisfies TargetOptions
