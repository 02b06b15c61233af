/** Devices with hardly anything to say. Manual: Crypto; Pstore; Device leases; NVRAM device. */
import {
  anyText,
  at,
  attribute,
  child,
  element,
  hostPath,
  oneOf,
  positiveInt,
  sized,
  wholeNumber,
} from '../table/index.ts'
import { address, alias, virtioDriver } from './common.ts'

export const crypto = {
  model: attribute('model', oneOf('virtio'), { help: 'virtio.', required: true }),
  type: attribute('type', oneOf('qemu'), { help: 'qemu.', required: true }),
  backend: child(
    'backend',
    {
      model: attribute('model', oneOf('builtin', 'lkcf'), {
        help: 'builtin works in QEMU, lkcf in the host’s kernel.',
        required: true,
      }),
      queues: attribute('queues', positiveInt, { help: 'Number of queues.' }),
    },
    { help: 'Who does the work.' },
  ),
  driver: child('driver', virtioDriver, { help: 'virtio options.' }),
  alias,
  address,
} as const

export const pstore = {
  backend: attribute('backend', oneOf('acpi-erst'), { help: 'acpi-erst.', required: true }),
  path: element('path', hostPath, { help: 'File of the host that keeps it.' }),
  size: sized('size', { help: 'Its size.' }),
  alias,
  address,
} as const

export const lease = {
  lockspace: element('lockspace', anyText, { help: 'Name of the lockspace.' }),
  key: element('key', anyText, { help: 'Key of the lease, at most 64 bytes.' }),
  path: at('target', attribute('path', hostPath, { help: 'File that holds the leases.' })),
  offset: at(
    'target',
    attribute('offset', wholeNumber, { help: 'Where the lease is in it.', unit: 'bytes' }),
  ),
} as const

export const nvram = { address, alias } as const
