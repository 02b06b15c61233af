/** How a host proves itself to storage, and how images are encrypted. Manual: Hard drives; Storage encryption. */
import { anyText, at, attribute, child, list, oneOf, uuid, wholeNumber } from '../table/index.ts'

export const auth = child(
  'auth',
  {
    username: attribute('username', anyText, { help: 'Who logs in.', required: true }),
    secret_type: at('secret', attribute('type', oneOf('ceph', 'iscsi'), { help: 'Kind of secret.' })),
    secret_usage: at('secret', attribute('usage', anyText, { help: 'libvirt secret, by usage.' })),
    secret_uuid: at('secret', attribute('uuid', uuid, { help: 'libvirt secret, by UUID.' })),
  },
  { help: 'Login for a network disk.' },
)

/** `<encryption format='luks'>`. */
export const encryption = child(
  'encryption',
  {
    format: attribute('format', oneOf('default', 'qcow', 'luks', 'luks2', 'luks-any'), {
      help: 'luks, or one of Ceph’s own forms of it.',
      required: true,
    }),
    engine: attribute('engine', oneOf('qemu', 'librbd'), { help: 'Who decrypts.', since: '7.9.0' }),
    secrets: list(
      'secret',
      {
        type: attribute('type', oneOf('passphrase'), { help: 'passphrase.' }),
        uuid: attribute('uuid', uuid, { help: 'libvirt secret, by UUID.' }),
        usage: attribute('usage', anyText, { help: 'libvirt secret, by usage.', since: '2.1.0' }),
      },
      { help: 'The keys, as libvirt keeps them; one for each layer.' },
    ),
    cipher: child(
      'cipher',
      {
        name: attribute('name', anyText, { help: 'aes, twofish, serpent …' }),
        size: attribute('size', wholeNumber, { help: 'Length of the key.', unit: 'bits' }),
        mode: attribute('mode', anyText, { help: 'cbc, xts …' }),
        hash: attribute('hash', anyText, { help: 'sha256 …' }),
      },
      { help: 'The cipher, for an image that is to be made.', since: '2.1.0' },
    ),
    ivgen: child(
      'ivgen',
      {
        name: attribute('name', anyText, { help: 'plain, plain64 or essiv.' }),
        hash: attribute('hash', anyText, { help: 'sha256 …' }),
      },
      {
        label: 'Initialisation vector',
        help: 'How the initialisation vector is made.',
        since: '2.1.0',
      },
    ),
  },
  { help: 'How the image is encrypted.' },
)
