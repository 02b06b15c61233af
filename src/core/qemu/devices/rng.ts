/** Random numbers for the guest. libvirt manual, Random number generator device. */
import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, idOf, report } from '../build/index.ts'
import { chardevDecisions, renderChardev } from '../chardevs/chardev.ts'
import { takeChardev } from '../chardevs/read-chardev.ts'
import { decisionsOf, written } from '../decisions/index.ts'
import { number } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { virtio } from '../properties/shared.ts'
import {
  isVirtio,
  joined,
  type OptionInHand,
  type Reading,
  takeBackend,
  takeCommon,
  takeProperties,
  virtioModel,
} from '../reading/index.ts'
import { object, placedDevice, virtioDevice } from '../writing/index.ts'
import { deviceDecisions } from './device-decisions.ts'

export type Rng = Item<Devices['rng']>

const property = propertyOf<Rng>()

export const rngRate: Properties<Rng> = {
  'max-bytes': property('rate.bytes', number),
  period: property('rate.period', number),
}

export const rngDevice: Properties<Rng> = { ...virtio, rng: given, id: given }

const rngProperties: Properties<Rng> = { ...rngDevice, ...rngRate }

export const rngDecisions = decisionsOf<Rng>([rngProperties], {
  model: written,
  backend: { ...chardevDecisions, model: written, value: written },
  ...deviceDecisions,
})

/** What the guest may take in a period, when only the bytes are said: libvirt's own period. */
const defaultPeriodMs = 1000

export function renderRngs(build: Build): void {
  for (const [index, rng] of (build.devices.rng ?? []).entries()) {
    const path = ['devices', 'rng', index]
    const id = idOf(build, rng.alias, `rng${index}`, path)
    if (!renderBackend(build, rng, id, path)) continue
    const { bytes, period } = rng.rate ?? {}
    if (bytes === undefined && period !== undefined)
      report(build, 'qemu.differs', [...path, 'rate', 'period'], 'A period without bytes limits nothing.')
    placedDevice(
      build,
      virtioDevice('rng', rng.model, rng.address),
      path,
      bytes === undefined ? rngDevice : rngProperties,
      rng,
      {
        rng: `obj${id}`,
        id,
        period: period ?? defaultPeriodMs,
      },
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

const stem = 'virtio-rng'

/** What QEMU takes for a period when only the bytes are said. */
const qemuPeriodMs = 65536

export function readRngs(reading: Reading): void {
  for (const option of reading.devices((driver) => isVirtio(driver, stem))) {
    const object = reading.named('object', option.peek('rng'))
    const found = backendOf(reading, object)
    if (found === undefined && option.peek('rng') !== undefined) continue
    option.take('rng')
    const model = virtioModel(option.peek('driver'), stem)
    const isLimited = option.peek('max-bytes') !== undefined
    reading.add(
      'rng',
      {
        model,
        ...(isLimited ? joined({ rate: { period: qemuPeriodMs } }, takeProperties(option, rngRate)) : {}),
        // Without an object QEMU asks the host's kernel itself.
        backend: found?.backend ?? { model: 'builtin' },
        ...takeProperties(option, rngDevice),
        ...takeCommon(reading, option),
      },
      [option, ...(found?.options ?? [])],
    )
  }
}

interface Found {
  readonly backend: NonNullable<Rng['backend']>
  readonly options: readonly OptionInHand[]
}

function backendOf(reading: Reading, object: OptionInHand | undefined): Found | undefined {
  switch (object?.peek('qom-type')) {
    case 'rng-random':
      takeBackend(object, 'qom-type')
      return {
        backend: { model: 'random', value: object.take('filename') ?? '/dev/urandom' },
        options: [object],
      }
    case 'rng-builtin':
      takeBackend(object, 'qom-type')
      return { backend: { model: 'builtin' }, options: [object] }
    case 'rng-egd': {
      const chardev = takeChardev(reading, object)
      if (chardev === undefined) return undefined
      takeBackend(object, 'qom-type')
      return { backend: { model: 'egd', ...chardev.end }, options: [object, ...chardev.options] }
    }
    default:
      return undefined
  }
}
