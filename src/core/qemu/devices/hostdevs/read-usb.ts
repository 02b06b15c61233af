/** USB devices of the host in a command line. The way back of hostdev-usb.ts. */
import type { Hostdev } from '../../../domain/index.ts'
import { bootable } from '../../properties/shared.ts'
import { hex, type OptionInHand, type Reading, takeCommon, takeProperties } from '../../reading/index.ts'
import { usbSource } from './hostdev-properties.ts'

type Source = NonNullable<Hostdev['source']>

export function readUsbHostdev(reading: Reading, option: OptionInHand): void {
  const source: Source = { ...takeNode(option), ...takeProperties(option, usbSource).source }
  if (Object.keys(source).length === 0) return
  reading.add(
    'hostdevs',
    {
      mode: 'subsystem',
      type: 'usb',
      managed: 'yes',
      source: { ...source, ...takeReset(option) },
      ...takeProperties(option, bootable),
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
      : {
          vendor: hex(Number.parseInt(ids[1] ?? '', 16), 4),
          product: hex(Number.parseInt(ids[2] ?? '', 16), 4),
        }
  reading.add('hostdevs', { mode: 'subsystem', type: 'usb', managed: 'yes', source }, [option])
  option.finish()
}

/** `/dev/bus/usb/014/006`. */
function takeNode(option: OptionInHand): Source {
  const match = /^\/dev\/bus\/usb\/(\d+)\/(\d+)$/.exec(option.peek('hostdevice') ?? '')
  if (match === null) return {}
  option.take('hostdevice')
  return { bus: match[1], device: match[2] }
}

function takeReset(option: OptionInHand): Pick<Source, 'guest_reset'> {
  const one = option.takeBoolean('guest-reset')
  if (one === undefined) return {}
  const all = option.takeBoolean('guest-resets-all')
  return { guest_reset: one ? (all === true ? 'on' : 'uninitialized') : 'off' }
}
