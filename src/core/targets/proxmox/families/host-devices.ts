/** Hardware of the host: `hostpci0: 0000:01:00.0,pcie=1`, `usb0: host=1050:0407`. PVE::QemuServer::PCI and ::USB. */
import type { Hostdev } from '../../../domain/index.ts'
import type { UnknownRecord } from '../../../table/index.ts'
import type { Numbered, Reading } from '../reading.ts'
import { flag } from '../words/codec.ts'
import { type Pair, type PropertyList, readPropertyList } from '../words/property-list.ts'
import type { Writing } from '../writing.ts'
import { homeOfRoot } from './volumes.ts'

const mostPci = 15
const mostUsb = 13
const romDirectory = '/usr/share/kvm'

export function readHostDevices(reading: Reading): void {
  for (const one of reading.takeNumbered('hostpci', mostPci)) readPci(reading, one)
  for (const one of reading.takeNumbered('usb', mostUsb)) readUsb(reading, one)
}

const pciForm = /^(?:([\da-f]{4}):)?([\da-f]{2}):([\da-f]{2})(?:\.([0-7]))?$/i

function readPci(reading: Reading, { key, value }: Numbered): void {
  const list = readPropertyList(value, 'host')
  const hosts = (list.peek('host') ?? '').split(';').map((one) => pciForm.exec(one))
  const isKnown =
    list.peek('mdev') === undefined &&
    list.peek('mapping') === undefined &&
    hosts.every((one) => one !== null)
  if (!isKnown) {
    reading.keep(key, value)
    reading.advise(
      'proxmox.elsewhere',
      key,
      `${key}: ${value} names a device that only the node knows. Say its address in libvirt.devices.hostdevs (\`lspci -nn\` there).`,
    )
    return
  }
  list.take('host')
  const rom = romOf(list)
  for (const found of hosts) {
    const [, domain = '0000', bus = '00', slot = '00', own] = found ?? []
    if (own === undefined)
      reading.advise(
        'proxmox.elsewhere',
        key,
        `${key} gives the guest all functions of ${bus}:${slot}. Here is the first: add the others of them to libvirt.devices.hostdevs.`,
      )
    const source = { domain: `0x${domain}`, bus: `0x${bus}`, slot: `0x${slot}`, function: `0x${own ?? 0}` }
    reading.add('hostdevs', { mode: 'subsystem', type: 'pci', managed: 'yes', source, ...rom }, key)
    if (own === undefined) reading.keep(`${key}.functions`, 'all')
  }
  reading.keepLeft(key, list)
}

function romOf(list: PropertyList): UnknownRecord {
  const bar = list.takeAs('rombar', flag.read)
  const file = list.takeAs('romfile', (text) => (/^[\w][\w.+-]*$/.test(text) ? text : undefined))
  if (bar === undefined && file === undefined) return {}
  return {
    rom: {
      ...(bar === undefined ? {} : { bar }),
      ...(file === undefined ? {} : { file: `${romDirectory}/${file}` }),
    },
  }
}

function readUsb(reading: Reading, { key, value }: Numbered): void {
  const list = readPropertyList(value, 'host')
  const host = list.take('host') ?? ''
  const [, vendor, product] = /^(?:0x)?([\da-f]{4}):(?:0x)?([\da-f]{4})$/i.exec(host) ?? []
  const [, bus, port] = /^(\d{1,3})-(\d{1,3}(?:\.\d{1,3})*)$/.exec(host) ?? []
  const usb = { mode: 'subsystem', type: 'usb', managed: 'yes' }
  if (/^spice$/i.test(host)) reading.add('redirdev', { bus: 'usb', type: 'spicevmc' })
  else if (vendor !== undefined)
    reading.add(
      'hostdevs',
      { ...usb, source: { vendor: `0x${vendor.toLowerCase()}`, product: `0x${product?.toLowerCase()}` } },
      key,
    )
  else if (bus !== undefined) reading.add('hostdevs', { ...usb, source: { bus, port } }, key)
  else {
    reading.keep(key, value)
    reading.advise(
      'proxmox.elsewhere',
      key,
      `${key}: ${value} names a device that only the node knows. Say its ids in libvirt.devices.hostdevs (\`lsusb\` there).`,
    )
    return
  }
  reading.keepLeft(key, list)
}

export function sayHostDevices(writing: Writing): void {
  const { hostdevs = [], redirdev = [] } = writing.domain.devices ?? {}
  let pci = 0
  let usb = 0
  for (const [index, device] of hostdevs.entries()) {
    const isPci = device.type === 'pci' && pci <= mostPci
    const pairs = isPci
      ? pciPairs(writing, device, `hostpci${pci}`)
      : device.type === 'usb'
        ? usbPairs(device)
        : undefined
    if (pairs === undefined || (!isPci && usb > mostUsb)) continue
    const key = isPci ? `hostpci${pci++}` : `usb${usb++}`
    writing.sayList(key, pairs, 'host')
    writing.remember('hostdevs', index, key)
  }
  for (const device of redirdev)
    if (device.type === 'spicevmc' && usb <= mostUsb)
      writing.sayList(`usb${usb++}`, [['host', 'spice']], 'host')
}

function pciPairs(writing: Writing, { source, rom, mode }: Hostdev, key: string): Pair[] | undefined {
  const { domain = '0', bus, slot, function: own = '0' } = source ?? {}
  if (mode === 'capabilities' || bus === undefined || slot === undefined) return undefined
  const digits = (text: string, length: number) => Number(text).toString(16).padStart(length, '0')
  const isWhole = writing.ownValue(`${key}.functions`) !== undefined && Number(own) === 0
  const address = `${digits(domain, 4)}:${digits(bus, 2)}:${digits(slot, 2)}`
  const host = isWhole ? address : `${address}.${digits(own, 1)}`
  if (!pciForm.test(host)) return undefined
  const pairs: Pair[] = [['host', host]]
  // Graphics cards want a bus of PCI Express, which only this board has.
  if (/q35/.test(writing.domain.os?.machine ?? '') && !writing.own.some((one) => one.key === `${key}.driver`))
    pairs.push(['pcie', '1'])
  if (rom?.bar === false || rom?.enabled === false) pairs.push(['rombar', '0'])
  else if (rom?.bar === true) pairs.push(['rombar', '1'])
  const name = /(\w[\w.+-]{0,99})$/.exec(rom?.file ?? '')?.[1]
  if (rom?.file !== undefined && name !== undefined) {
    pairs.push(['romfile', name])
    if (rom.file !== `${romDirectory}/${name}`)
      writing.copies.push({ from: homeOfRoot(rom.file), into: romDirectory })
  }
  return pairs
}

function usbPairs({ source }: Hostdev): Pair[] | undefined {
  const id = (text: string | undefined) => {
    const digits = /^0x([\da-f]{1,4})$/i.exec(text ?? '')?.[1]
    return digits?.toLowerCase().padStart(4, '0')
  }
  const vendor = id(source?.vendor)
  const product = id(source?.product)
  if (vendor !== undefined && product !== undefined) return [['host', `${vendor}:${product}`]]
  const { bus, port } = source ?? {}
  return bus !== undefined && port !== undefined && /^\d+-\d+(?:\.\d+)*$/.test(`${Number(bus)}-${port}`)
    ? [['host', `${Number(bus)}-${port}`]]
    : undefined
}
