/** USB devices and smartcards that come from elsewhere, on a command line. */
import type { Devices, Item } from '../../../domain/index.ts'
import { takeChardev } from '../../chardevs/read-chardev.ts'
import { bootable } from '../../properties/shared.ts'
import { type OptionInHand, type Reading, takeProperties, takeSeat } from '../../reading/index.ts'
import { defaultDatabase } from './smartcards.ts'
import { readFilter } from './usb-filter.ts'

type Smartcard = Item<Devices['smartcard']>
type Draft = { -readonly [Key in keyof Smartcard]: Smartcard[Key] }

/** libvirt has one filter for all: it is read when all ports have it. */
export function readRedirection(reading: Reading): void {
  const options = reading.devices((driver) => driver === 'usb-redir')
  const filters = new Set(options.map((option) => option.peek('filter')))
  const [filter] = filters.size === 1 ? filters : []
  const usbdevs = filter === undefined ? undefined : readFilter(filter)
  let isRead = false
  for (const option of options) {
    const held = takeChardev(reading, option, 'usbredir')
    if (held === undefined) continue
    isRead = true
    if (usbdevs !== undefined) option.take('filter')
    reading.add(
      'redirdev',
      {
        bus: 'usb',
        ...held.end,
        protocol: held.end.protocol?.type,
        ...takeProperties(option, bootable),
        ...takeSeat(reading, option),
      },
      [option, ...held.options],
    )
  }
  if (isRead && usbdevs !== undefined) reading.single.redirfilter = { usbdevs }
}

export function readSmartcards(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'ccid-card-emulated'))
    readEmulated(reading, option)
  for (const option of reading.devices((driver) => driver === 'ccid-card-passthru')) {
    const held = takeChardev(reading, option, 'smartcard')
    if (held === undefined) continue
    reading.add('smartcard', { mode: 'passthrough', ...held.end, ...takeSeat(reading, option) }, [
      option,
      ...held.options,
    ])
  }
}

function readEmulated(reading: Reading, option: OptionInHand): void {
  const backend = option.peek('backend') ?? 'nss-emulated'
  if (backend !== 'nss-emulated' && backend !== 'certificates') return
  option.take('backend')
  const item: Draft = { mode: backend === 'certificates' ? 'host-certificates' : 'host' }
  if (backend === 'certificates') {
    const names = ['cert1', 'cert2', 'cert3'].map((key) => option.take(key))
    item.certificates = names.filter((name) => name !== undefined)
    const database = option.take('db')
    if (database !== defaultDatabase) item.database = database
  }
  reading.add('smartcard', { ...item, ...takeSeat(reading, option) }, [option])
}
