/** Work on keys done in QEMU or in the host's kernel. libvirt manual, Crypto. */
import type { Devices, Item } from '../../domain/index.ts'
import { number } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { virtio } from '../properties/shared.ts'
import { saidBy } from '../writing/beyond.ts'
import { type Build, find, hasQemu, idOf, object, virtioFlavour } from '../writing/build.ts'
import { said } from '../writing/decisions.ts'
import { placeSaid } from '../writing/device-decisions.ts'
import { placedDevice } from '../writing/place.ts'
import { propertyPairs } from '../writing/property-pairs.ts'

type Crypto = Item<Devices['crypto']>

const property = propertyOf<Crypto>()

export const cryptoDevice: Properties<Crypto> = { ...virtio, cryptodev: given, id: given }

export const cryptoBackend: Properties<Crypto> = { id: given, queues: property('backend.queues', number) }

export const cryptoSaid = saidBy<Crypto>([cryptoDevice, cryptoBackend], {
  model: said,
  type: said,
  backend: { model: said },
  alias: placeSaid.alias,
  address: placeSaid.address,
})

export function renderCrypto(build: Build): void {
  for (const [index, crypto] of (build.devices.crypto ?? []).entries()) {
    const path = ['devices', 'crypto', index]
    const id = idOf(build, crypto.alias, `crypto${index}`, path)
    const cryptodev = `obj${id}`
    const model = crypto.backend?.model ?? 'builtin'
    if (model === 'lkcf' && !hasQemu(build, '7.2'))
      find(
        build,
        'qemu.unsupported',
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
