/** Real hardware in a command line. The way back of the hostdev files. */
import type { Hostdev } from '../../../domain/index.ts'
import { parsePciAddress } from '../../../host/index.ts'
import {
  hex,
  isVirtio,
  joined,
  type OptionInHand,
  type Reading,
  takeCommon,
  takeProperties,
  virtioModel,
} from '../../reading/index.ts'
import { vfioPci, vhostScsi } from './hostdev-properties.ts'
import { mdevDirectory } from './mdev.ts'
import { readScsiHostdev } from './read-scsi.ts'
import { readUsbDevice, readUsbHostdev } from './read-usb.ts'

/** `pci-assign` and `kvm-pci-assign` are what QEMU had before VFIO. */
const pciDrivers = ['vfio-pci', 'vfio-pci-nohotplug', 'pci-assign', 'kvm-pci-assign']
const mdevDrivers = ['vfio-ap', 'vfio-ccw']

export function readHostdevs(reading: Reading): void {
  for (const option of reading.unread('device', 'usbdevice')) {
    const driver = option.peek('driver') ?? ''
    if (option.name === 'usbdevice') readUsbDevice(reading, option)
    else if (driver === 'usb-host') readUsbHostdev(reading, option)
    else if (driver === 'scsi-generic') readScsiHostdev(reading, option)
    else if (isVirtio(driver, 'vhost-scsi')) readVhostScsi(reading, option)
    else if (pciDrivers.includes(driver) || mdevDrivers.includes(driver)) readVfio(reading, option)
  }
}

function readVfio(reading: Reading, option: OptionInHand): void {
  const driver = option.peek('driver') ?? ''
  const kind = takePciSource(option) ?? takeMdevSource(option, driver)
  if (kind === undefined) return
  const iommufd = takeIommufd(reading, option)
  const own = takeProperties(option, vfioPci)
  // Older lines say the kind of card by its driver alone.
  if (driver === 'vfio-pci-nohotplug' && own.ramfb !== 'on') return
  reading.add(
    'hostdevs',
    {
      mode: 'subsystem',
      ...kind,
      ...own,
      ...(iommufd.length > 0 ? { driver: { iommufd: true } } : {}),
      ...takeCommon(reading, option),
    },
    [option],
  )
}

/** `host=01:00.0`, `host=0000:01:00.0`, or the same in sysfs. */
function takePciSource(option: OptionInHand): Pick<Hostdev, 'type' | 'managed' | 'source'> | undefined {
  const inSysfs = /^\/sys\/bus\/pci\/devices\/([^/]+)\/?$/.exec(option.peek('sysfsdev') ?? '')?.[1]
  const address = parsePciAddress(padded(option.peek('host') ?? inSysfs ?? ''))
  if (address === undefined) return undefined
  option.take(option.peek('host') === undefined ? 'sysfsdev' : 'host')
  return {
    type: 'pci',
    managed: 'yes',
    source: {
      domain: hex(address.domain, 4),
      bus: hex(address.bus, 2),
      slot: hex(address.slot, 2),
      function: hex(address.function, 1),
    },
  }
}

/** QEMU takes `1:0.0` as well. */
function padded(text: string): string {
  const match = /^(?:([\da-f]{1,8}):)?([\da-f]{1,2}):([\da-f]{1,2})\.([0-7])$/i.exec(text)
  if (match === null) return text
  const [, domain = '0', bus = '', slot = '', fn = ''] = match
  return `${domain.padStart(4, '0')}:${bus.padStart(2, '0')}:${slot.padStart(2, '0')}.${fn}`
}

function takeMdevSource(
  option: OptionInHand,
  driver: string,
): Pick<Hostdev, 'type' | 'managed' | 'model' | 'source'> | undefined {
  const sysfs = option.peek('sysfsdev') ?? ''
  const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.exec(sysfs.split('/').at(-1) ?? '')?.[0]
  if (uuid === undefined || !(sysfs.startsWith(mdevDirectory) || sysfs.startsWith('/sys/'))) return undefined
  option.take('sysfsdev')
  const model = driver === 'vfio-ap' || driver === 'vfio-ccw' ? driver : 'vfio-pci'
  return { type: 'mdev', managed: 'no', model, source: { uuid } }
}

/** One object serves many devices, so that it is nobody's own. */
function takeIommufd(reading: Reading, option: OptionInHand): readonly OptionInHand[] {
  const object = reading.named('object', option.peek('iommufd'))
  if (object === undefined || object.written.pairs.some(([key]) => key === 'fd')) return []
  option.take('iommufd')
  object.finish()
  return [object]
}

function readVhostScsi(reading: Reading, option: OptionInHand): void {
  if (option.peek('wwpn') === undefined) return
  // What libvirt had opened.
  option.drop('vhostfd')
  const model = virtioModel(option.peek('driver'), 'vhost-scsi')
  reading.add(
    'hostdevs',
    {
      mode: 'subsystem',
      type: 'scsi_host',
      managed: 'no',
      ...(model === 'virtio' ? {} : { model }),
      ...joined({ source: { protocol: 'vhost' } }, takeProperties(option, vhostScsi)),
      ...takeCommon(reading, option),
    },
    [option],
  )
}
