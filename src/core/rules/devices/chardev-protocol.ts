import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule(['serial', 'parallel', 'console', 'channels'], {
  id: 'chardev.protocol',
  title: 'A protocol that QEMU does not speak',
  source: 'libvirt 11.3: "tcp chardev protocol \'tls\' not supported"',
  field: ['protocol', 'type'],
  words: ['tls', 'telnets'],
  says: (type) => `QEMU does not speak ${type}: take raw, and set tls at the source for encryption.`,
  fix: { title: 'Take raw', value: 'raw' },
})
