/** USB devices of the host in a command line. The way back of hostdev-usb.ts. */

import type { Hostdev } from '../../../domain/index.ts'
import type { OptionInHand } from '../../read/option-in-hand.ts'
import type { Reading } from '../../read/reading.ts'
import { takeBoot, takeCommon } from '../take-common.ts'

type Source = NonNullable<Hostdev['source']>

export function readUsbHostdev(reading: Reading, option: OptionInHand): void {
  const source = { ...takeNode(option), ...takeWhich(option) }
  if (Object.keys(source).length === 0) return
  reading.add(
    'hostdevs',
    {
      mode: 'subsystem',
      type: 'usb',
      managed: 'yes',
      source: { ...source, ...takeReset(option) },
      boot: takeBoot(option),
      ...takeCommon(reading, option),
    },
    [option],
  )
}

/** The old `-usbdevice host:1234:5678` and `-usbdevice host:1.4`, bus and address. */
export function readUsbDevice(reading: Reading, option: OptionInHand): void {
  const { value = '' } = option.written
  const ids = /^host:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(value)
  const place = /^host:(\d+)\.(\d+)$/.exec(value)
  if (ids === null && place === null) return
  const source: Source =
    ids === null
      ? { bus: place?.[1], device: place?.[2] }
      : { vendor: id(Number.parseInt(ids[1] ?? '', 16)), product: id(Number.parseInt(ids[2] ?? '', 16)) }
  reading.add('hostdevs', { mode: 'subsystem', type: 'usb', managed: 'yes', source }, [option])
  option.finish()
}

function id(number: number): string {
  return `0x${number.toString(16).padStart(4, '0')}`
}

/** `/dev/bus/usb/014/006`. */
function takeNode(option: OptionInHand): Source {
  const match = /^\/dev\/bus\/usb\/(\d+)\/(\d+)$/.exec(option.peek('hostdevice') ?? '')
  if (match === null) return {}
  option.take('hostdevice')
  return { bus: match[1], device: match[2] }
}

function takeWhich(option: OptionInHand): Source {
  const vendor = option.takeNumber('vendorid')
  const product = option.takeNumber('productid')
  const bus = option.takeNumber('hostbus')
  const device = option.takeNumber('hostaddr')
  const port = option.take('hostport')
  return {
    ...(vendor === undefined ? {} : { vendor: id(vendor) }),
    ...(product === undefined ? {} : { product: id(product) }),
    ...(bus === undefined ? {} : { bus: String(bus) }),
    ...(device === undefined ? {} : { device: String(device) }),
    ...(port === undefined ? {} : { port }),
  }
}

function takeReset(option: OptionInHand): Pick<Source, 'guest_reset'> {
  const one = option.takeBoolean('guest-reset')
  if (one === undefined) return {}
  const all = option.takeBoolean('guest-resets-all')
  return { guest_reset: one ? (all === true ? 'on' : 'uninitialized') : 'off' }
}
