/** Random numbers for the guest. libvirt manual, Random number generator device. */
import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, device, find, idOf, object, virtioDevice, virtioOptions } from '../build.ts'
import { chardevSaid, renderChardev } from '../chardevs/chardev.ts'
import { placeOf } from '../place.ts'
import { type Said, said } from '../said.ts'
import { deviceSaid, virtioSaid } from './device-said.ts'

export type Rng = Item<Devices['rng']>

export const rngSaid: Said<Rng> = {
  model: said,
  rate: { bytes: said, period: said },
  backend: { ...chardevSaid, model: said, value: said },
  driver: virtioSaid,
  ...deviceSaid,
}

/** What the guest may take in a period, when only the bytes are said: libvirt's own period. */
export const defaultPeriodMs = 1000

export function renderRngs(build: Build): void {
  for (const [index, rng] of (build.devices.rng ?? []).entries()) {
    const path = ['devices', 'rng', index]
    const id = idOf(build, rng.alias, `rng${index}`, path)
    if (!renderBackend(build, rng, id, path)) continue
    const { bytes, period } = rng.rate ?? {}
    if (bytes === undefined && period !== undefined)
      find(build, 'qemu.differs', [...path, 'rate', 'period'], 'A period without bytes limits nothing.')
    device(
      build,
      virtioDevice('rng', rng.model, rng.address),
      path,
      virtioOptions(rng.driver),
      {
        rng: `obj${id}`,
        id,
        'max-bytes': bytes,
        period: bytes === undefined ? undefined : (period ?? defaultPeriodMs),
      },
      placeOf(build, rng),
    )
  }
}

function renderBackend(build: Build, { backend }: Rng, deviceId: string, path: Path): boolean {
  const id = `obj${deviceId}`
  if (backend?.model === 'builtin') object(build, 'rng-builtin', path, { id })
  else if (backend?.model === 'egd') {
    const source = backend.source ?? { mode: 'connect', path: backend.value }
    const chardev = { ...backend, type: backend.type ?? 'unix', source }
    if (!renderChardev(build, chardev, `char${deviceId}`, `${deviceId}.sock`, path)) return false
    object(build, 'rng-egd', path, { id, chardev: `char${deviceId}` })
  } else object(build, 'rng-random', path, { id, filename: backend?.value ?? '/dev/urandom' })
  return true
}
