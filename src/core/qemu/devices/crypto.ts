/** Work on keys done in QEMU or in the host's kernel. libvirt manual, Crypto. */
import type { Devices, Item } from '../../domain/index.ts'
import { type Build, hasQemu, idOf, leftOut } from '../build/index.ts'
import { decisionsOf, placeDecisions, written } from '../decisions/index.ts'
import { number } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { virtio } from '../properties/shared.ts'
import { isVirtio, joined, type Reading, takeBackend, takeCommon, takeProperties } from '../reading/index.ts'
import { object, placedDevice, propertyPairs, virtioFlavour } from '../writing/index.ts'

type Crypto = Item<Devices['crypto']>

const property = propertyOf<Crypto>()

export const cryptoDevice: Properties<Crypto> = { ...virtio, cryptodev: given, id: given }

export const cryptoBackend: Properties<Crypto> = { id: given, queues: property('backend.queues', number) }

export const cryptoDecisions = decisionsOf<Crypto>([cryptoDevice, cryptoBackend], {
  model: written,
  type: written,
  backend: { model: written },
  alias: placeDecisions.alias,
  address: placeDecisions.address,
})

export function renderCrypto(build: Build): void {
  for (const [index, crypto] of (build.devices.crypto ?? []).entries()) {
    const path = ['devices', 'crypto', index]
    const id = idOf(build, crypto.alias, `crypto${index}`, path)
    const cryptodev = `obj${id}`
    const model = crypto.backend?.model ?? 'builtin'
    if (model === 'lkcf' && !hasQemu(build, '7.2'))
      leftOut(
        build,
        [...path, 'backend', 'model'],
        'QEMU works with the kernel’s keys from 7.2: say builtin, or take a newer QEMU.',
      )
    object(
      build,
      `cryptodev-backend-${model}`,
      path,
      propertyPairs(build, cryptoBackend, crypto, path, { id: cryptodev }),
    )
    const driver = `virtio-crypto${virtioFlavour(undefined, crypto.address)}`
    placedDevice(build, driver, path, cryptoDevice, crypto, { cryptodev, id })
  }
}

export function readCrypto(reading: Reading): void {
  for (const option of reading.devices((driver) => isVirtio(driver, 'virtio-crypto'))) {
    const object = reading.named('object', option.peek('cryptodev'))
    const model = backendModel(object?.peek('qom-type'))
    if (object === undefined || model === undefined) continue
    takeBackend(object, 'qom-type')
    option.take('cryptodev')
    reading.add(
      'crypto',
      {
        model: 'virtio',
        type: 'qemu',
        ...joined({ backend: { model } }, takeProperties(object, cryptoBackend)),
        ...takeProperties(option, cryptoDevice),
        ...takeCommon(reading, option),
      },
      [option, object],
    )
  }
}

function backendModel(type: string | undefined): 'builtin' | 'lkcf' | undefined {
  if (type === 'cryptodev-backend-builtin') return 'builtin'
  return type === 'cryptodev-backend-lkcf' ? 'lkcf' : undefined
}
