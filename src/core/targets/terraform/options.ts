/** What a person may choose. */
import type { TargetOptions } from '../target.ts'

export const options = {
  provider: {
    help: 'Which version of the provider runs there.',
    words: {
      '0.9': 'a field of its own for nearly all that libvirt has',
      '0.8': 'what older configurations pin: the whole domain by a stylesheet, which needs xsltproc',
    },
  },
  seed: {
    help: 'What makes the CD for cloud-init.',
    words: {
      own: 'seed.iso of vmwright, beside the configuration',
      provider:
        'libvirt_cloudinit_disk: its texts stand in the configuration, but guests may not read its CD',
    },
  },
} as const satisfies TargetOptions
