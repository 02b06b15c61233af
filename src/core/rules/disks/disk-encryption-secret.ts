import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.encryption-secret',
  title: 'An encrypted image without its passphrase',
  severity: 'error',
  source:
    'libvirt 11.3: "missing secret info for \'luks\' driver", "librbd encryption is supported only with RBD backed disks", "missing secret uuid or usage attribute", "qemu encryption engine expects only a single secret"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const place = item.source?.encryption === undefined ? ['encryption'] : ['source', 'encryption']
      const encryption = item.source?.encryption ?? item.encryption
      if (encryption === undefined) continue
      if ((encryption.secrets ?? []).length === 0)
        yield {
          path: at(context, ...path, ...place),
          message:
            'The image is encrypted, and no secret says the passphrase. Make one with virsh secret-define, and name its UUID in secrets.',
        }
      for (const [index, { uuid = '', usage = '' }] of (encryption.secrets ?? []).entries())
        if (uuid === '' && usage === '')
          yield {
            path: at(context, ...path, ...place, 'secrets', index),
            message: 'Which secret it is, nobody says. Name its UUID or its usage.',
          }
      if ((encryption.secrets ?? []).length > 1 && encryption.engine !== 'librbd')
        yield {
          path: at(context, ...path, ...place, 'secrets'),
          message: 'QEMU decrypts with one secret. Leave the others out.',
        }
      if (encryption.engine === 'librbd' && item.source?.protocol !== 'rbd')
        yield {
          path: at(context, ...path, ...place, 'engine'),
          message: 'librbd decrypts RBD images only. Leave the engine out, and QEMU decrypts.',
        }
    }
  },
}
