import { useMemo } from 'react'
import { ownValue } from '../../../core/index.ts'
import { deviceName, formatPciAddress, type PciDevice, type UsbIdentity, usbIdentities } from '../../core.ts'
import { type AddEntry, DeviceListEditor, type DeviceWords, SpecGroup } from '../../form/index.ts'
import type { FieldOf, SpecPath } from '../../spec-path.ts'
import { useVmDocument } from '../../store.ts'
import { useHostDevices } from '../host-devices.ts'
import { phrase } from '../spec-values.ts'
import { addressOf, type Hostdev, hostdevsPath, listedAs, usbListedAs } from './given.ts'

/** All host devices of the design with their settings, those that no listing knows among them. */
export function GivenDevices() {
  const devices = useHostDevices()
  const host = useVmDocument((state) => state.host)
  const usb = useMemo(() => usbIdentities(host), [host])
  const describe = useMemo(() => (device: Hostdev) => wordsOf(device, devices, usb), [devices, usb])
  return (
    <DeviceListEditor
      listPath={hostdevsPath}
      item="host device"
      icon="pci"
      describe={describe}
      add={newDevices}
      form={deviceForm}
      empty="No device of the host is given to the guest"
    />
  )
}

function deviceForm(path: SpecPath<Hostdev>, { type: kind }: Hostdev) {
  return (
    <SpecGroup key={kind} path={path} fields={['type', ...(ownValue(fieldsOf, kind ?? '') ?? ['managed'])]} />
  )
}

const fieldsOf: Readonly<Record<string, readonly FieldOf<Hostdev>[]>> = {
  pci: [
    'source.domain',
    'source.bus',
    'source.slot',
    'source.function',
    'managed',
    'driver.name',
    'rom.bar',
    'rom.file',
    'rom.enabled',
  ],
  usb: [
    'source.vendor',
    'source.product',
    'source.bus',
    'source.port',
    'source.startup_policy',
    'source.guest_reset',
  ],
  scsi: ['source.adapter', 'source.bus', 'source.target', 'source.unit', 'readonly', 'sgio'],
  scsi_host: ['source.protocol', 'source.wwpn'],
  mdev: ['source.uuid', 'model', 'display', 'ramfb'],
}

const kindNames: Readonly<Record<string, string>> = {
  pci: 'PCI device',
  usb: 'USB device',
  scsi: 'SCSI device',
  scsi_host: 'SCSI host adapter',
  mdev: 'Mediated device',
  storage: 'Storage',
  misc: 'Character device',
  net: 'Network interface',
}

function wordsOf(device: Hostdev, devices: readonly PciDevice[], usb: readonly UsbIdentity[]): DeviceWords {
  const { type, managed, rom, source, model } = device
  const kind = ownValue(kindNames, type ?? '') ?? 'No type yet'
  const common = [
    managed === 'no' && 'not managed',
    rom?.bar === false && 'ROM hidden',
    rom?.file !== undefined && 'ROM file',
  ]
  if (type === 'pci') {
    const address = addressOf(device)
    const listed = listedAs(device, devices)
    return {
      title: listed === undefined ? kind : deviceName(listed),
      summary: phrase(devices.length > 0 && listed === undefined && 'not among the host’s', ...common),
      detail: address === undefined ? 'no address yet' : formatPciAddress(address),
    }
  }
  if (type === 'usb') {
    const known = usbListedAs(device, usb)
    return {
      title: known?.title ?? kind,
      summary: phrase(usb.length > 0 && known === undefined && 'not among the host’s', ...common),
      detail: source?.vendor === undefined ? usbPlace(device) : `${source.vendor}:${source.product ?? '?'}`,
    }
  }
  return {
    title: kind,
    summary: phrase(model, ...common),
    detail: source?.uuid ?? source?.adapter,
  }
}

function usbPlace({ source }: Hostdev): string | undefined {
  const { bus, port, device } = source ?? {}
  if (bus === undefined) return port
  return port === undefined ? `bus ${bus}, device ${device ?? '?'}` : `bus ${bus}, port ${port}`
}

const newDevices: readonly AddEntry<Hostdev>[] = [
  {
    id: 'pci',
    label: 'PCI device by address',
    icon: 'pci',
    value: { type: 'pci', managed: 'yes', source: { domain: '0x0000', slot: '0x00', function: '0x0' } },
  },
  {
    id: 'usb',
    label: 'USB device',
    description: 'By vendor and product, as lsusb prints them',
    icon: 'usb',
    value: { type: 'usb', managed: 'yes' },
  },
  {
    id: 'mdev',
    label: 'Mediated device',
    description: 'A slice of a GPU, by its UUID',
    icon: 'display',
    value: { type: 'mdev', model: 'vfio-pci' },
  },
  {
    id: 'scsi',
    label: 'SCSI device',
    description: 'A whole disk or tape behind a host adapter',
    icon: 'disk',
    value: { type: 'scsi', source: { adapter: 'scsi_host0', bus: '0', target: '0x0', unit: '0' } },
  },
]
