import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.encryption-format',
  title: 'Encryption of an image that can’t be encrypted',
  source:
    'libvirt 11.3: "encryption is supported only with \'raw\' and \'qcow2\' image format", "old qcow/qcow2 encryption is not supported"',
  *check(disk) {
    const format = disk.driver?.type ?? 'raw'
    const encryption = disk.source?.encryption ?? disk.encryption
    if (encryption?.format === 'qcow' || encryption?.format === 'default')
      yield {
        at: [...encryptionPlace(disk), 'format'],
        message: `QEMU has no encryption of the form ${encryption.format} any more. Take luks.`,
        fix: { title: 'Take luks', value: 'luks' },
      }
    if (
      encryption === undefined ||
      encryption.engine === 'librbd' ||
      format === 'raw' ||
      format === 'qcow2' ||
      format === 'luks'
    )
      return
    yield {
      at: ['driver', 'type'],
      message: `Only raw and qcow2 images can be encrypted, this one is ${format}.`,
    }
  },
})

function encryptionPlace({ source }: Item<Devices['disks']>): Path {
  return source?.encryption === undefined ? ['encryption'] : ['source', 'encryption']
}
