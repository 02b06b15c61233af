/** The vsock of a command line. The way back of vsock.ts. */
import type { Reading } from '../read/reading.ts'
import { takeVirtioDriver } from '../read/take-device.ts'
import { isVirtio, takeCommon, virtioModel } from './take-common.ts'

const stem = 'vhost-vsock'

export function readVsock(reading: Reading): void {
  const [option] = reading.devices((driver) => isVirtio(driver, stem))
  if (option === undefined) return
  // What libvirt had opened.
  option.drop('vhostfd')
  const cid = option.takeNumber('guest-cid')
  reading.put(
    'vsock',
    {
      model: virtioModel(option.peek('driver'), stem),
      cid: cid === undefined ? { auto: true } : { auto: false, address: cid },
      driver: takeVirtioDriver(option),
      ...takeCommon(reading, option),
    },
    [option],
  )
}
