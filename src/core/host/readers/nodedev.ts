/** `virsh nodedev-dumpxml`: one device of the host, as libvirt knows it. */
import { attributeValue, type XmlElement } from '../../xml/index.ts'
import type { HostFacts, HostMdev, HostNetworkDevice, UsbDevice } from '../facts.ts'
import { type PciAddress, pciAddressFromParts } from '../pci-address.ts'
import type { PciDevice } from '../pci-device.ts'
import { known, type ReaderResult, wholeNumber } from './reader.ts'
import { childAt, elementsAt, textAt } from './xml-paths.ts'

/** Reads `<device>`. Kinds that say nothing for a VM give no facts. */
export function readNodedev(root: XmlElement): ReaderResult {
  const name = textAt(root, 'name') ?? 'device'
  const capability = childAt(root, 'capability')
  const type = capability && attributeValue(capability, 'type')
  const facts = capability === undefined ? undefined : factsOf(type, root, capability)
  const what = facts?.pci?.[0]?.name || facts?.usb?.[0]?.name
  return {
    kind: 'nodedev',
    title: 'virsh nodedev-dumpxml',
    summary: facts === undefined ? `${name}: nothing for a VM` : what ? `${name}: ${what}` : name,
    facts: facts ?? {},
    findings: [],
  }
}

function factsOf(type: string | undefined, root: XmlElement, capability: XmlElement): HostFacts | undefined {
  if (type === 'pci') {
    const device = pciOf(root, capability)
    return device && { pci: [device] }
  }
  if (type === 'usb_device') {
    const device = usbOf(root, capability)
    return device && { usb: [device] }
  }
  if (type === 'mdev') {
    const device = mdevOf(root, capability)
    return device && { mdevs: [device] }
  }
  if (type === 'net') {
    const device = netOf(root, capability)
    return device && { network_devices: [device] }
  }
  return undefined
}

function pciOf(root: XmlElement, capability: XmlElement): PciDevice | undefined {
  const number = (name: string) => wholeNumber(textAt(capability, name))
  const parts = {
    domain: number('domain'),
    bus: number('bus'),
    slot: number('slot'),
    function: number('function'),
  }
  if (parts.bus === undefined || parts.slot === undefined || parts.function === undefined) return undefined
  const { address } = pciAddressFromParts({
    bus: parts.bus,
    slot: parts.slot,
    function: parts.function,
    domain: parts.domain ?? 0,
  })
  const vendor = idOf(childAt(capability, 'vendor'))
  const product = idOf(childAt(capability, 'product'))
  if (address === undefined || vendor === undefined || product === undefined) return undefined
  const classText = /^0x([0-9a-f]{6})$/i.exec(textAt(capability, 'class') ?? '')?.[1]
  const group = childAt(capability, 'iommuGroup')
  const numa = childAt(capability, 'numa')
  const of = (kind: string) =>
    elementsAt(capability, 'capability').find((one) => attributeValue(one, 'type') === kind)
  const physical = of('phys_function')
  const virtual = of('virt_functions')
  const vfs =
    virtual === undefined ? [] : elementsAt(virtual, 'address').flatMap((one) => addressOf(one) ?? [])
  const most = virtual && wholeNumber(attributeValue(virtual, 'maxCount'))
  const types = of('mdev_types')
  return {
    address,
    class_code: (classText ?? 'ffffff').slice(0, 4).toLowerCase(),
    class_name: '',
    name: [textAt(capability, 'vendor'), textAt(capability, 'product')].filter(Boolean).join(' '),
    vendor_id: vendor,
    device_id: product,
    ...known('driver', textAt(root, 'driver', 'name')),
    ...known('iommu_group', group && wholeNumber(attributeValue(group, 'number'))),
    ...known('numa_node', numa && wholeNumber(attributeValue(numa, 'node'))),
    ...known(
      'physical_function',
      physical && elementsAt(physical, 'address').flatMap((one) => addressOf(one) ?? [])[0],
    ),
    ...(virtual === undefined ? {} : { sriov: { most: most ?? vfs.length, now: vfs.length, vfs } }),
    ...(types === undefined ? {} : { mdev_types: elementsAt(types, 'type').flatMap(mdevTypeOf) }),
  }
}

function mdevTypeOf(type: XmlElement) {
  const id = attributeValue(type, 'id')
  if (id === undefined) return []
  return [
    {
      type: id,
      ...known('name', textAt(type, 'name')),
      ...known('available', wholeNumber(textAt(type, 'availableInstances'))),
    },
  ]
}

function usbOf(root: XmlElement, capability: XmlElement): UsbDevice | undefined {
  const vendor = idOf(childAt(capability, 'vendor'))
  const product = idOf(childAt(capability, 'product'))
  if (vendor === undefined || product === undefined) return undefined
  // The name of the directory in /sys is the port: /sys/devices/…/usb1/1-4/1-4.2.
  const port = textAt(root, 'path')?.split('/').at(-1)
  const serial = textAt(capability, 'serial')
  const name = [textAt(capability, 'vendor'), textAt(capability, 'product')].filter(Boolean).join(' ')
  return {
    vendor_id: vendor,
    product_id: product,
    ...known('bus', wholeNumber(textAt(capability, 'bus'))),
    ...known('device', wholeNumber(textAt(capability, 'device'))),
    ...known('port', port !== undefined && /^\d+-[\d.]+$/.test(port) ? port : undefined),
    ...(name === '' ? {} : { name }),
    ...(serial === undefined ? {} : { serial, has_serial: true }),
  }
}

function mdevOf(root: XmlElement, capability: XmlElement): HostMdev | undefined {
  const fromName = /^mdev_([0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12})/i.exec(
    textAt(root, 'name') ?? '',
  )?.[1]
  const uuid = textAt(capability, 'uuid') ?? fromName?.replaceAll('_', '-')
  if (uuid === undefined) return undefined
  const type = childAt(capability, 'type')
  const group = childAt(capability, 'iommuGroup')
  const parent = /^pci_([0-9a-f]{4,8})_([0-9a-f]{2})_([0-9a-f]{2})_([0-7])$/.exec(
    textAt(root, 'parent') ?? '',
  )
  return {
    uuid,
    ...known('type', type && attributeValue(type, 'id')),
    ...known('parent', parent === null ? undefined : `${parent[1]}:${parent[2]}:${parent[3]}.${parent[4]}`),
    ...known('iommu_group', group && wholeNumber(attributeValue(group, 'number'))),
  }
}

function netOf(root: XmlElement, capability: XmlElement): HostNetworkDevice | undefined {
  const name = textAt(capability, 'interface')
  if (name === undefined) return undefined
  const kind = attributeValue(childAt(capability, 'capability') ?? capability, 'type')
  const parent = /^pci_([0-9a-f]{4,8})_([0-9a-f]{2})_([0-9a-f]{2})_([0-7])$/.exec(
    textAt(root, 'parent') ?? '',
  )
  return {
    name,
    kind: kind === '80211' ? 'wireless' : kind === '80203' && parent !== null ? 'ethernet' : 'other',
    ...known('pci', parent === null ? undefined : `${parent[1]}:${parent[2]}:${parent[3]}.${parent[4]}`),
  }
}

function addressOf(element: XmlElement): PciAddress | undefined {
  const part = (name: string) => attributeValue(element, name) ?? '0x0'
  return pciAddressFromParts({
    domain: part('domain'),
    bus: part('bus'),
    slot: part('slot'),
    function: part('function'),
  }).address
}

/** `0x10de` as four digits. */
function idOf(element: XmlElement | undefined): string | undefined {
  const text = element && attributeValue(element, 'id')
  return text === undefined ? undefined : /^0x([0-9a-f]{4})$/i.exec(text)?.[1]?.toLowerCase()
}
