/**
 * Host devices: `domain.devices.hostDevices` and `gpus`, by the name of a resource, never by an address. Names of our own
 * say what they stand for: `vmwright.io/pci-10de-2204` by the ids, `vmwright.io/pci-0000-01-00.0` by the address.
 */
import type { Hostdev } from '../../../domain/index.ts'
import {
  formatPciAddress,
  type HostFacts,
  parsePciAddress,
  pciAddressFromParts,
  pciAddressParts,
  pciKind,
} from '../../../host/index.ts'
import type { UnknownRecord } from '../../../table/index.ts'
import { type Reading, ways } from '../reading.ts'
import { flagAs, text } from '../words/codec.ts'
import type { Hand } from '../words/hand.ts'
import { readWords, says, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'

const domain = 'vmwright.io'
const screens = [
  says('virtualGPUOptions.display.enabled', 'display', flagAs('on', 'off')),
  says('virtualGPUOptions.display.ramFB.enabled', 'ramfb', flagAs('on', 'off')),
]

export function readHostDevices(reading: Reading): void {
  for (const list of ['gpus', 'hostDevices']) {
    const way = [...ways.devices, list]
    for (const hand of reading.vm.takeItems(way)) {
      const name = String(hand.peek(['name']))
      const device = deviceOf(reading, hand)
      if (device === undefined) reading.own.push({ way: [...way, `=${name}`], value: hand.rest })
      else {
        hand.take(['deviceName'])
        reading.add('hostdevs', { ...device, ...readWords(screens, hand) })
        reading.keepItem(way, name, hand)
      }
    }
  }
}

/** Undefined for the name of a resource that only the administrator knows. */
function deviceOf({ context }: Reading, hand: Hand): UnknownRecord | undefined {
  const name = text.read(hand.peek(['deviceName']))
  if (typeof name !== 'string') return undefined
  const [, vendor, product] = /^vmwright\.io\/usb-([\da-f]{4})-([\da-f]{4})$/.exec(name) ?? []
  if (vendor !== undefined && product !== undefined)
    return {
      mode: 'subsystem',
      type: 'usb',
      managed: 'yes',
      source: { vendor: `0x${vendor}`, product: `0x${product}` },
    }
  const [, uuid] = /^vmwright\.io\/mdev-([\da-f-]{36})$/.exec(name) ?? []
  if (uuid !== undefined) return { mode: 'subsystem', type: 'mdev', model: 'vfio-pci', source: { uuid } }
  const address = addressOf(context.host, name)
  if (address === undefined) return undefined
  return { mode: 'subsystem', type: 'pci', managed: 'yes', source: { ...pciAddressParts(address) } }
}

function addressOf(host: HostFacts | undefined, name: string) {
  const [, bus, place] = /^vmwright\.io\/pci-([\da-f]{4}-[\da-f]{2})-([\da-f]{2}\.[0-7])$/.exec(name) ?? []
  if (bus !== undefined) return parsePciAddress(`${bus.replace('-', ':')}:${place ?? ''}`)
  const [, vendor, device] = /^vmwright\.io\/pci-([\da-f]{4})-([\da-f]{4})$/.exec(name) ?? []
  if (vendor === undefined) return undefined
  return host?.pci?.find((one) => one.vendor_id === vendor && one.device_id === device)?.address
}

export function sayHostDevices(writing: Writing): void {
  for (const [index, device] of (writing.domain.devices?.hostdevs ?? []).entries()) {
    const resource = resourceOf(writing, device)
    if (resource === undefined) continue
    const list = resource.isGpu ? 'gpus' : 'hostDevices'
    const name = writing.nameFor(device.alias?.name, `${resource.isGpu ? 'gpu' : 'hostdev'}${index}`)
    const path = ['devices', 'hostdevs', index]
    const screen = device.type === 'mdev' && resource.isGpu ? sayWords(screens, device) : {}
    writing.addDevice(list, { name, deviceName: resource.name, ...screen }, path)
    if (writing.permitted.some((one) => one.resource === resource.name)) continue
    writing.permitted.push({
      kind: device.type === 'usb' || device.type === 'mdev' ? device.type : 'pci',
      resource: resource.name,
      selector: resource.selector,
    })
  }
}

interface Resource {
  readonly name: string
  readonly isGpu: boolean
  readonly selector: string | undefined
}

function resourceOf({ resolved }: Writing, { type, source = {} }: Hostdev): Resource | undefined {
  if (type === 'usb') {
    const [vendor, product] = [source.vendor, source.product].map((id) =>
      id?.replace(/^0x/i, '').toLowerCase(),
    )
    if (!/^[\da-f]{4}$/.test(vendor ?? '') || !/^[\da-f]{4}$/.test(product ?? '')) return undefined
    return { name: `${domain}/usb-${vendor}-${product}`, isGpu: false, selector: `${vendor}:${product}` }
  }
  if (type === 'mdev') {
    const { uuid } = source
    const known = resolved.host.mdevs?.find((one) => one.uuid === uuid)
    return uuid === undefined
      ? undefined
      : { name: `${domain}/mdev-${uuid.toLowerCase()}`, isGpu: true, selector: known?.type }
  }
  if (type !== 'pci') return undefined
  const { domain: pciDomain = '0x0000', bus = '', slot = '', function: fn = '' } = source
  const { address } = pciAddressFromParts({ domain: pciDomain, bus, slot, function: fn })
  if (address === undefined) return undefined
  const shown = formatPciAddress(address)
  const known = resolved.host.pci?.find((one) => formatPciAddress(one.address) === shown)
  return {
    name: known
      ? `${domain}/pci-${known.vendor_id}-${known.device_id}`
      : `${domain}/pci-${shown.replaceAll(':', '-')}`,
    isGpu: known !== undefined && pciKind(known.class_code) === 'gpu',
    selector: known && `${known.vendor_id}:${known.device_id}`.toUpperCase(),
  }
}
