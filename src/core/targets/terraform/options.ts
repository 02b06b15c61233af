/** What a person may choose. */
import type { TargetOptions } from '../target.ts'

export const options = {
  provider: {
    help: 'The version of the provider that the configuration is for.',
    words: {
      '0.9': '0.9.5 and later: each field of the domain by itself',
      '0.8': '0.8.3, as older configurations have it: the domain by a stylesheet, which needs xsltproc',
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
