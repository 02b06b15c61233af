import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.iso-format',
  title: 'The format iso',
  source: "libvirt 11.3: \"storage format 'iso' is not directly supported by QEMU, use 'raw' instead\"",
  *check(disk) {
    if (disk.driver?.type !== 'iso') return
    yield {
      at: ['driver', 'type'],
      message: 'An ISO image is opened as raw: QEMU has no format iso. Set the format to raw.',
      fix: { title: 'Set the format to raw', value: 'raw' },
    }
  },
})
