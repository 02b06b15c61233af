/** The vsock of a command line. The way back of vsock.ts. */
import { isVirtio, joined, type Reading, takeCommon, takeProperties, virtioModel } from '../reading/index.ts'
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
