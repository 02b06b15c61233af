/** Crypto devices of a command line. The way back of crypto.ts. */
import { isVirtio, joined, type Reading, takeBackend, takeCommon, takeProperties } from '../reading/index.ts'
import { cryptoBackend, cryptoDevice } from './crypto.ts'

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
