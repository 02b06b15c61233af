import { expect, test } from 'vitest'
import type { Controller, Domain } from '../../domain/index.ts'
import { readArgv } from '../read.ts'
import { devicesWritten, found, written } from '../written-lines.test-helper.ts'

const bare = {
  memballoon: { model: 'none' },
  controllers: [{ type: 'usb', index: 0, model: 'none' }],
} as const satisfies Domain['devices']

/** The -device of controllers, and nothing else of the machine. */
function controllers(...list: Controller[]): string[] {
  const usb = list.some(({ type }) => type === 'usb') ? [] : bare.controllers
  return written({ devices: { ...bare, controllers: [...list, ...usb] } })
    .filter((one) => one.startsWith('-device ') || one.startsWith('-global q35'))
    .map((one) => one.replace('-device ', ''))
}

test('a root port has its number and place as libvirt gives them', () => {
  expect(
    controllers(
      { type: 'pci', index: 1, model: 'pcie-root-port', target: { hotplug: false } },
      { type: 'pci', index: 2, model: 'pcie-root-port', target: { chassis: '7', port: '0x10' } },
    ),
  ).toEqual([
    'pcie-root-port,port=8,chassis=1,hotplug=off,id=pci.1,bus=pcie.0,multifunction=on,addr=0x1',
    'pcie-root-port,port=16,chassis=7,id=pci.2,bus=pcie.0,addr=0x1.0x1',
  ])
})

test('a switch hangs on a root port, a bridge on a bridge', () => {
  expect(
    controllers(
      { type: 'pci', index: 1, model: 'pcie-root-port' },
      { type: 'pci', index: 2, model: 'pcie-switch-upstream-port' },
      { type: 'pci', index: 3, model: 'pcie-switch-downstream-port' },
      { type: 'pci', index: 4, model: 'dmi-to-pci-bridge' },
      { type: 'pci', index: 5, model: 'pci-bridge', target: { memory_reserve: 8196 } },
    ),
  ).toEqual([
    'pcie-root-port,port=8,chassis=1,id=pci.1,bus=pcie.0,addr=0x1',
    'x3130-upstream,id=pci.2,bus=pci.1,addr=0x0',
    'xio3130-downstream,port=0,chassis=3,id=pci.3,bus=pci.2,addr=0x0',
    'i82801b11-bridge,id=pci.4,bus=pcie.0,addr=0x1e',
    'pci-bridge,chassis_nr=5,mem-reserve=8392704,id=pci.5,bus=pci.4,addr=0x0',
  ])
})

test('expanders have bus numbers from the top, and a NUMA cell', () => {
  expect(
    controllers(
      { type: 'pci', index: 1, model: 'pcie-expander-bus', target: { bus_nr: '240', node: 1 } },
      { type: 'pci', index: 2, model: 'pcie-expander-bus' },
    ),
  ).toEqual([
    'pxb-pcie,bus_nr=240,id=pci.1,numa_node=1,bus=pcie.0,addr=0x1',
    'pxb-pcie,bus_nr=238,id=pci.2,bus=pcie.0,addr=0x2',
  ])
})

test('companions name the bus of their EHCI controller, whatever the order', () => {
  expect(
    controllers(
      { type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 },
      { type: 'usb', index: 0, model: 'ich9-ehci1', alias: { name: 'ua-usb' } },
    ),
  ).toEqual([
    'ich9-usb-ehci1,id=ua-usb,bus=pcie.0,addr=0x1d.0x7',
    'ich9-usb-uhci1,masterbus=ua-usb.0,firstport=0,bus=pcie.0,multifunction=on,addr=0x1d',
  ])
})

test('virtio-scsi has its options, and several I/O threads in JSON', () => {
  expect(
    controllers(
      { type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 4, iothread: 1 } },
      {
        type: 'scsi',
        index: 1,
        model: 'virtio-scsi',
        driver: { iothreads: [{ id: 1, queues: [{ id: 0 }] }, { id: 2 }] },
      },
    ).filter((one) => one.includes('scsi')),
  ).toEqual([
    'virtio-scsi-pci,iothread=iothread1,id=scsi0,num_queues=4,bus=pci.1,addr=0x0',
    '{"driver":"virtio-scsi-pci","id":"scsi1","iothread-vq-mapping":[{"iothread":"iothread1","vqs":[0]},{"iothread":"iothread2"}],"bus":"pci.2","addr":"0x0"}',
  ])
})

test('the SATA controller of q35 is there already, a second one is not', () => {
  expect(controllers({ type: 'sata', index: 0 })).toEqual([])
  expect(controllers({ type: 'sata', index: 1 }).at(-1)).toBe('ahci,id=sata1,bus=pci.2,addr=0x1')
})

test('the hole for big cards is a property of the host bridge', () => {
  expect(controllers({ type: 'pci', index: 0, model: 'pcie-root', pcihole64: '64 GiB' })).toEqual([
    '-global q35-pcihost.pci-hole64-size=67108864K',
  ])
})

test('what QEMU does not have is found', () => {
  const list: Controller[] = [
    { type: 'xenbus', index: 0 },
    { type: 'ide', index: 0 },
    { type: 'scsi', index: 0, model: 'buslogic' },
  ]
  expect(found({ devices: { controllers: list } })).toEqual([
    'qemu.unsupported devices.controllers.2',
    'qemu.unsupported devices.controllers.1',
    'qemu.unsupported devices.controllers.0',
  ])
})

test('several I/O threads came with QEMU 10.0', () => {
  const list: Controller[] = [
    { type: 'scsi', index: 0, model: 'virtio-scsi', driver: { iothreads: [{ id: 1 }] } },
  ]
  expect(found({ devices: { controllers: list } }, { qemu: '9.2.0' })).toContain(
    'qemu.unsupported devices.controllers.0.driver.iothreads',
  )
})

/** The controllers of a command line. */
function read(words: string, machine = 'q35'): readonly Controller[] {
  const [command] = readArgv(`qemu-system-x86_64 -nodefaults -machine ${machine} ${words}`).commands
  return command?.domain.devices?.controllers ?? []
}

test('buses of people’s own names are numbered, and devices find them', () => {
  const text =
    '-device pcie-root-port,id=rp1,chassis=1,port=1,bus=pcie.0,addr=2.1 -device qemu-xhci,id=spicepass,bus=rp1 -device usb-tablet,bus=spicepass.0,port=2'
  expect(read(text)).toEqual([
    {
      type: 'pci',
      index: 1,
      model: 'pcie-root-port',
      pci_model: 'pcie-root-port',
      target: { chassis: '1', port: '0x1' },
      address: { type: 'pci', domain: '0x0000', bus: '0x00', slot: '0x02', function: '0x1' },
    },
    {
      type: 'usb',
      index: 0,
      model: 'qemu-xhci',
      address: { type: 'pci', domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' },
    },
  ])
})

test('a PC without a USB controller says so, and -usb is that of its time', () => {
  expect(read('')).toEqual([{ type: 'usb', index: 0, model: 'none' }])
  expect(read('-usb', 'pc')).toEqual([{ type: 'usb', index: 0, model: 'piix3-uhci' }])
})

test('what is written is read again', () => {
  const list: readonly Controller[] = [
    { type: 'pci', index: 1, model: 'pcie-root-port', target: { hotplug: false } },
    { type: 'pci', index: 2, model: 'pcie-to-pci-bridge' },
    { type: 'usb', index: 0, model: 'ich9-ehci1' },
    { type: 'usb', index: 0, model: 'ich9-uhci1' },
    { type: 'usb', index: 1, model: 'nec-xhci', ports: 8 },
    { type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 4, iothread: 2, iommu: true } },
    { type: 'scsi', index: 1, model: 'lsisas1068' },
    { type: 'virtio-serial', index: 0, ports: 16, vectors: 4 },
    { type: 'nvme', index: 0, serial: 'abc' },
  ]
  const devices = { memballoon: { model: 'none' as const }, controllers: list }
  const once = devicesWritten(devices)
  const again = readArgv(`qemu-system-x86_64 -nodefaults -machine q35 ${once.join(' ')}`).commands[0]?.domain
  expect(again?.qemu_arguments).toBeUndefined()
  expect(devicesWritten({ ...again?.devices, memballoon: { model: 'none' } })).toEqual(once)
})
