/** Work on keys done in QEMU or in the host's kernel. libvirt manual, Crypto. */
import type { Devices, Item } from '../../domain/index.ts'
import { type Build, device, find, hasQemu, idOf, object, virtioFlavour, virtioOptions } from '../build.ts'
import { place } from '../place.ts'
import { type Said, said } from '../said.ts'
import { placeSaid, virtioSaid } from '../said-of-devices.ts'

export type Crypto = Item<Devices['crypto']>

export const cryptoSaid: Said<Crypto> = {
  model: said,
  type: said,
  backend: { model: said, queues: said },
  driver: virtioSaid,
  alias: placeSaid.alias,
  address: placeSaid.address,
}

export function renderCrypto(build: Build): void {
  for (const [index, crypto] of (build.devices.crypto ?? []).entries()) {
    const path = ['devices', 'crypto', index]
    const id = idOf(build, crypto.alias, `crypto${index}`, path)
    const model = crypto.backend?.model ?? 'builtin'
    if (model === 'lkcf' && !hasQemu(build, '7.2'))
      find(
        build,
        'qemu.unsupported',
        [...path, 'backend', 'model'],
        'QEMU works with the kernel’s keys from 7.2: say builtin, or take a newer QEMU.',
      )
    object(build, `cryptodev-backend-${model}`, path, {
      id: `obj${id}`,
      queues: crypto.backend?.queues,
    })
    device(
      build,
      `virtio-crypto${virtioFlavour(undefined, crypto.address)}`,
      path,
      virtioOptions(crypto.driver),
      { cryptodev: `obj${id}`, id },
      place(build, crypto.address),
    )
  }
}
