import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.encryption-format',
  title: 'Encryption of an image that can’t be encrypted',
  severity: 'error',
  source:
    'libvirt 11.3: "encryption is supported only with \'raw\' and \'qcow2\' image format", "old qcow/qcow2 encryption is not supported"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const format = item.driver?.type ?? 'raw'
      const encryption = item.source?.encryption ?? item.encryption
      if (encryption?.format === 'qcow' || encryption?.format === 'default')
        yield {
          path: at(context, ...path, ...encryptionPlace(item), 'format'),
          message: `QEMU has no encryption of the form ${encryption.format} any more. Take luks.`,
          fix: setFix(context, 'Take luks', [...path, ...encryptionPlace(item), 'format'], 'luks'),
        }
      if (
        encryption === undefined ||
        encryption.engine === 'librbd' ||
        format === 'raw' ||
        format === 'qcow2' ||
        format === 'luks'
      )
        continue
      yield {
        path: at(context, ...path, 'driver', 'type'),
        message: `Only raw and qcow2 images can be encrypted, this one is ${format}.`,
      }
    }
  },
}

function encryptionPlace({ source }: Item<Devices['disks']>): Path {
  return source?.encryption === undefined ? ['encryption'] : ['source', 'encryption']
}
