/** The vsock of a command line. The way back of vsock.ts. */

import type { Reading } from '../reading/reading.ts'
import { isVirtio, takeCommon, virtioModel } from '../reading/take-device.ts'
import { joined, takeProperties } from '../reading/take-properties.ts'
import { vsockDevice } from './vsock.ts'

const stem = 'vhost-vsock'

export function readVsock(reading: Reading): void {
  const [option] = reading.devices((driver) => isVirtio(driver, stem))
  if (option === undefined) return
  // What libvirt had opened.
  option.drop('vhostfd')
  reading.put(
    'vsock',
    {
      model: virtioModel(option.peek('driver'), stem),
      ...joined(
        { cid: { auto: option.peek('guest-cid') === undefined } },
        takeProperties(option, vsockDevice),
      ),
      ...takeCommon(reading, option),
    },
    [option],
  )
}
