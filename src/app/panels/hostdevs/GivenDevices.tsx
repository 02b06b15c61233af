import { useMemo } from 'react'
import { ownValue } from '../../../core/index.ts'
import { deviceName, formatPciAddress, type PciDevice, type UsbIdentity, usbIdentities } from '../../core.ts'
import { type AddEntry, DeviceListEditor, type DeviceWords, SpecGroup } from '../../form/index.ts'
import type { FieldOf, SpecPath } from '../../spec-path.ts'
import { useVmDocument } from '../../store.ts'
import { t } from '../../words/index.ts'
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
      item={t`host device`}
      icon="pci"
      describe={describe}
      add={newDevices}
      form={deviceForm}
      empty={t`No device of the host is given to the guest`}
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
  pci: t`PCI device`,
  usb: t`USB device`,
  scsi: t`SCSI device`,
  scsi_host: t`SCSI host adapter`,
  mdev: t`Mediated device`,
  storage: 'Storage',
  misc: t`Character device`,
  net: t`Network interface`,
}

function wordsOf(device: Hostdev, devices: readonly PciDevice[], usb: readonly UsbIdentity[]): DeviceWords {
  const { type, managed, rom, source, model } = device
  const kind = ownValue(kindNames, type ?? '') ?? t`No type yet`
  const common = [
    managed === 'no' && t`not managed`,
    rom?.bar === false && t`ROM hidden`,
    rom?.file !== undefined && t`ROM file`,
  ]
  if (type === 'pci') {
    const address = addressOf(device)
    const listed = listedAs(device, devices)
    return {
      title: listed === undefined ? kind : deviceName(listed),
      summary: phrase(devices.length > 0 && listed === undefined && t`not among the host’s`, ...common),
      detail: address === undefined ? t`no address yet` : formatPciAddress(address),
    }
  }
  if (type === 'usb') {
    const known = usbListedAs(device, usb)
    return {
      title: known?.title ?? kind,
      summary: phrase(usb.length > 0 && known === undefined && t`not among the host’s`, ...common),
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
  return port === undefined ? t`bus ${bus}, device ${device ?? '?'}` : t`bus ${bus}, port ${port}`
}

const newDevices: readonly AddEntry<Hostdev>[] = [
  {
    id: 'pci',
    label: t`PCI device by address`,
    icon: 'pci',
    value: { type: 'pci', managed: 'yes', source: { domain: '0x0000', slot: '0x00', function: '0x0' } },
  },
  {
    id: 'usb',
    label: t`USB device`,
    description: t`By vendor and product, as lsusb prints them`,
    icon: 'usb',
    value: { type: 'usb', managed: 'yes' },
  },
  {
    id: 'mdev',
    label: t`Mediated device`,
    description: t`A slice of a GPU, by its UUID`,
    icon: 'display',
    value: { type: 'mdev', model: 'vfio-pci' },
  },
  {
    id: 'scsi',
    label: t`SCSI device`,
    description: t`A whole disk or tape behind a host adapter`,
    icon: 'disk',
    value: { type: 'scsi', source: { adapter: 'scsi_host0', bus: '0', target: '0x0', unit: '0' } },
  },
]
