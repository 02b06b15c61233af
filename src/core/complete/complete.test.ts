import { expect, test } from 'vitest'
import type { Address, Devices, Domain } from '../domain/index.ts'
import { complete } from './complete.ts'

function q35(devices: Devices): Devices {
  return complete({ domain: { os: { machine: 'q35' }, devices }, host: {} }).domain.devices ?? {}
}

function pc(devices: Devices): Devices {
  return complete({ domain: { os: { machine: 'pc' }, devices }, host: {} }).domain.devices ?? {}
}

/** `1:00.0`, and `+` for a slot that is shared. */
function at(address: Address | undefined): string {
  if (address?.type !== 'pci') return String(address?.type)
  const place = `${Number(address.bus)}:${Number(address.slot).toString(16)}.${Number(address.function)}`
  return address.multifunction === true ? `${place}+` : place
}

function controllersOf({ controllers = [] }: Devices): string[] {
  return controllers.map(({ type, index, model, address }) => `${model ?? type} ${index} ${at(address)}`)
}

test('an empty q35 has xHCI, a balloon, a watchdog and no sound', () => {
  const devices = q35({})
  expect(controllersOf(devices)).toEqual([
    'qemu-xhci 0 1:0.0',
    'pcie-root-port 1 0:1.0+',
    'pcie-root-port 2 0:1.1',
    'pcie-root-port 3 0:1.2',
  ])
  expect(devices.memballoon).toMatchObject({ model: 'virtio', address: { bus: '0x02', slot: '0x00' } })
  expect(devices.watchdog).toEqual([{ model: 'itco', action: 'reset' }])
  expect(devices.audio).toEqual([{ id: 1, type: 'none' }])
})

test('an empty i440FX has the USB controller of its chipset', () => {
  const devices = pc({})
  expect(controllersOf(devices)).toEqual(['piix3-uhci 0 0:1.2'])
  expect(at(devices.memballoon?.address)).toBe('0:2.0')
})

test('a display brings a screen, which keeps its slot', () => {
  const devices = pc({ graphics: [{ type: 'spice' }], disks: [{ target: { dev: 'vda' } }] })
  expect(devices.video).toMatchObject([{ model: 'cirrus', address: { slot: '0x02' } }])
  expect(devices.audio).toEqual([{ id: 1, type: 'spice' }])
  expect(at(devices.disks?.[0]?.address)).toBe('0:3.0')
})

test('conventional cards on q35 share a bridge behind a root port', () => {
  const devices = q35({
    memballoon: { model: 'none' },
    controllers: [{ type: 'usb', index: 0, model: 'none' }],
    interfaces: [{ model: { type: 'e1000' } }, { model: { type: 'rtl8139' } }, { model: { type: 'virtio' } }],
  })
  expect(devices.interfaces?.map(({ address }) => at(address))).toEqual(['2:1.0', '2:2.0', '3:0.0'])
  expect(controllersOf(devices).slice(1)).toEqual([
    'pcie-root-port 1 0:1.0+',
    'pcie-to-pci-bridge 2 1:0.0',
    'pcie-root-port 3 0:1.1',
    'pcie-root-port 4 0:1.2',
  ])
})

test('the author’s places stay, and the buses that they speak of are there', () => {
  const address = { type: 'pci', bus: '0x02', slot: '0x00' } as const
  const devices = q35({ rng: [{ model: 'virtio', address }] })
  expect(devices.rng?.[0]?.address).toBe(address)
  expect(at(devices.memballoon?.address)).toBe('3:0.0')
})

test('bridges are added where the slots of i440FX run out', () => {
  const interfaces = Array.from({ length: 40 }, () => ({ model: { type: 'virtio' } }))
  const devices = pc({ interfaces })
  const places = new Set(devices.interfaces?.map((one) => at(one.address)))
  expect(places.size).toBe(40)
  expect(controllersOf(devices)).toEqual(['piix3-uhci 0 0:1.2', 'pci-bridge 1 0:2.0'])
})

test('the parts of a USB 2 controller are functions of one slot', () => {
  const controllers = (['ich9-ehci1', 'ich9-uhci1', 'ich9-uhci2', 'ich9-uhci3'] as const).map((model) => ({
    type: 'usb' as const,
    model,
  }))
  const places = ['ich9-ehci1 0 0:1d.7', 'ich9-uhci1 0 0:1d.0+', 'ich9-uhci2 0 0:1d.1', 'ich9-uhci3 0 0:1d.2']
  expect(controllersOf(q35({ controllers })).slice(0, 4)).toEqual(places)
})

test('drives have their place by name, and controllers to sit on', () => {
  const devices = pc({
    disks: [{ target: { dev: 'hdc' } }, { target: { dev: 'sdh' } }, { target: { dev: 'sdb', bus: 'sata' } }],
  })
  expect(devices.disks?.map(({ address }) => address)).toEqual([
    { type: 'drive', controller: '0', bus: '1', target: '0', unit: '0' },
    { type: 'drive', controller: '1', bus: '0', target: '0', unit: '0' },
    { type: 'drive', controller: '0', bus: '0', target: '0', unit: '1' },
  ])
  expect(controllersOf(devices).map((one) => one.replace(/ \S+$/, ''))).toEqual([
    'piix3-uhci 0',
    'lsilogic 0',
    'lsilogic 1',
    'ide 0',
    'sata 0',
  ])
})

test('USB devices get ports, and hubs where there are too few', () => {
  const inputs = Array.from({ length: 4 }, () => ({ type: 'tablet' as const }))
  const devices = pc({ inputs })
  expect(devices.hub?.map(({ address }) => address?.port)).toEqual(['1'])
  expect(devices.inputs?.map(({ address }) => address?.port)).toEqual(['2', '1.1', '1.2', '1.3'])
})

test('channels get ports from 1 on, and a second controller after the 30th', () => {
  const devices = pc({ channels: Array.from({ length: 31 }, (_, index) => ({ name: `c${index}` })) })
  const ports = devices.channels?.map(({ address }) => `${address?.controller}.${address?.port}`)
  expect([ports?.[0], ports?.[29], ports?.[30]]).toEqual(['0.1', '0.30', '1.1'])
})

test('aarch64 virt has PCI Express and nothing that nobody asked for', () => {
  const domain: Domain = {
    os: { arch: 'aarch64', machine: 'virt' },
    devices: { interfaces: [{ type: 'user' }] },
  }
  const { devices = {} } = complete({ domain, host: { arch: 'aarch64' } }).domain
  expect(devices.interfaces).toMatchObject([{ model: { type: 'virtio' }, address: { bus: '0x01' } }])
  expect(devices.memballoon).toBeUndefined()
})

test('one virtio-mmio device has the other virtio devices of the board follow', () => {
  const mmio = { type: 'virtio-mmio' } as const
  const domain: Domain = {
    os: { machine: 'virt' },
    devices: { rng: [{ model: 'virtio', address: mmio }], channels: [{ name: 'agent' }] },
  }
  const { devices = {} } = complete({ domain, host: { arch: 'aarch64' } }).domain
  expect(devices.controllers).toEqual([{ type: 'virtio-serial', index: 0, address: mmio }])
})

test('what is complete stays as it is', () => {
  const once = complete({ domain: { os: { machine: 'q35' }, devices: {} }, host: {} }).domain
  const twice = complete({ domain: once, host: {} }).domain
  expect(twice).toEqual(once)
  expect(twice.devices?.controllers).toBe(once.devices?.controllers)
})

test('what was given is not touched', () => {
  const interfaces = Object.freeze([Object.freeze({ type: 'user' as const })])
  const given = Object.freeze({ interfaces })
  expect(q35(given).interfaces).not.toBe(interfaces)
  expect(given).toEqual({ interfaces: [{ type: 'user' }] })
})

test('functions that no slot has do not keep root ports from their places', () => {
  const port = (index: number, address?: Address) =>
    ({ type: 'pci', model: 'pcie-root-port', index, ...(address === undefined ? {} : { address }) }) as const
  const said = (number: string): Address => ({ type: 'pci', bus: '0x00', slot: '0x02', function: number })
  const ports = ['0x0', '0x8', '0x1f', '0xff', '-1', 'x'].map((number, index) =>
    port(index + 1, said(number)),
  )
  const others = Array.from({ length: 60 }, (_, index) => port(index + 10))
  const { controllers = [] } = q35({ controllers: [...ports, ...others] })
  const given = controllers.filter(({ index }) => Number(index) >= 10).map(({ address }) => at(address))
  expect(new Set(given).size).toBe(given.length)
  expect(given.filter((place) => !/^0:[0-9a-f]+\.[0-7]\+?$/.test(place))).toEqual([])
})
