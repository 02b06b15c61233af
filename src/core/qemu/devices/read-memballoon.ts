/** The memory balloon of a command line. The way back of memballoon.ts. */
import { isVirtio, type Reading, takeCommon, takeProperties, virtioModel } from '../reading/index.ts'
import { balloonDevice } from './memballoon.ts'

const stem = 'virtio-balloon'

/** libvirt adds a balloon where none is said, so that none is said here where the line has none. */
export function readMemballoon(reading: Reading): void {
  reading.single.memballoon = { model: 'none' }
  const [option] = reading.devices((driver) => isVirtio(driver, stem))
  if (option !== undefined)
    reading.put(
      'memballoon',
      {
        model: virtioModel(option.peek('driver'), stem),
        ...takeProperties(option, balloonDevice),
        ...takeCommon(reading, option),
      },
      [option],
    )
  // Gone from QEMU with version 4.
  for (const old of reading.unread('balloon')) {
    if (old.written.value === 'virtio') reading.put('memballoon', { model: 'virtio' }, [old])
    if (old.written.value === 'virtio' || old.written.value === 'none') old.finish()
  }
}
