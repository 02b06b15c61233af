import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule(['serial', 'parallel', 'console', 'channels'], {
  id: 'chardev.protocol',
  title: 'A protocol that QEMU does not speak',
  source: 'libvirt 11.3: "tcp chardev protocol \'tls\' not supported"',
  *check({ protocol }) {
    const type = protocol?.type
    if (type !== 'tls' && type !== 'telnets') return
    yield {
      at: ['protocol', 'type'],
      message: `QEMU does not speak ${type}: take raw, and set tls at the source for encryption.`,
      fix: { title: 'Take raw', value: 'raw' },
    }
  },
})
