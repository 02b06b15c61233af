/** Crypto devices of a command line. The way back of crypto.ts. */
import type { Reading } from '../read/reading.ts'
import { takeVirtioDriver } from '../read/take-device.ts'
import { isVirtio, takeBackend, takeCommon } from './take-common.ts'

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
        backend: { model, queues: object.takeNumber('queues') },
        driver: takeVirtioDriver(option),
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
