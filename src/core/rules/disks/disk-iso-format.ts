import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('disks', {
  id: 'disk.iso-format',
  title: 'The format iso',
  source: "libvirt 11.3: \"storage format 'iso' is not directly supported by QEMU, use 'raw' instead\"",
  field: ['driver', 'type'],
  words: ['iso'],
  says: () => 'An ISO image is opened as raw: QEMU has no format iso. Set the format to raw.',
  fix: { title: 'Set the format to raw', value: 'raw' },
})
