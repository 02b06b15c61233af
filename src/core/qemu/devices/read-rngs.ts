/** Random number generators of a command line. The way back of rng.ts. */
import { readChardev } from '../chardevs/read-chardev.ts'
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
import { type Rng, rngDevice, rngRate } from './rng.ts'

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
      const chardev = readChardev(reading, object.peek('chardev'))
      if (chardev === undefined) return undefined
      takeBackend(object, 'qom-type')
      object.take('chardev')
      return { backend: { model: 'egd', ...chardev.end }, options: [object, ...chardev.options] }
    }
    default:
      return undefined
  }
}
