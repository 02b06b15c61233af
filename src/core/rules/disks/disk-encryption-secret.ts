import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.encryption-secret',
  title: 'An encrypted image without its passphrase',
  source:
    'libvirt 11.3: "missing secret info for \'luks\' driver", "librbd encryption is supported only with RBD backed disks", "missing secret uuid or usage attribute", "qemu encryption engine expects only a single secret"',
  *check(disk) {
    const place = disk.source?.encryption === undefined ? ['encryption'] : ['source', 'encryption']
    const encryption = disk.source?.encryption ?? disk.encryption
    if (encryption === undefined) return
    if ((encryption.secrets ?? []).length === 0)
      yield {
        at: [...place],
        message:
          'The image is encrypted, and no secret says the passphrase. Make one with virsh secret-define, and name its UUID in secrets.',
      }
    for (const [index, { uuid = '', usage = '' }] of (encryption.secrets ?? []).entries())
      if (uuid === '' && usage === '')
        yield {
          at: [...place, 'secrets', index],
          message: 'Which secret it is, nobody says. Name its UUID or its usage.',
        }
    if ((encryption.secrets ?? []).length > 1 && encryption.engine !== 'librbd')
      yield { at: [...place, 'secrets'], message: 'QEMU decrypts with one secret. Leave the others out.' }
    if (encryption.engine === 'librbd' && disk.source?.protocol !== 'rbd')
      yield {
        at: [...place, 'engine'],
        message: 'librbd decrypts RBD images only. Leave the engine out, and QEMU decrypts.',
      }
  },
})
