import type { VmSpec } from '../../spec/index.ts'
import { onArm, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

type Disk = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['disks']>[number]
const file = { source: { file: '/srv/a.qcow2' }, driver: { type: 'qcow2' } } as const
function sata(more: Disk): VmSpec {
  return withDevices({ disks: [{ ...file, target: { dev: 'sdb', bus: 'sata' }, ...more }] })
}
const cardWithMac = {
  type: 'user',
  model: { type: 'virtio' },
  mac: { address: '52:54:00:11:22:33' },
} as const
const userCard = { type: 'user', model: { type: 'virtio' } } as const
const place = { type: 'pci', domain: '0x0000', bus: '0x00', slot: '0x10' } as const
const vdb = {
  driver: { type: 'raw' },
  source: { file: '/vm/b.img' },
  target: { dev: 'vdb', bus: 'virtio' },
} as const
const pci = { type: 'pci', bus: '0x00', slot: '0x05', function: '0x0' } as const
const port = { type: 'pci', index: 1, model: 'pcie-root-port' } as const
const vdc = { ...vdb, source: { file: '/vm/c.img' }, target: { dev: 'vdc', bus: 'virtio' } } as const
const agent = { type: 'unix', name: 'org.qemu.guest_agent.0' } as const
const logTo = (...paths: string[]) => ({
  serial: paths.map((path) => ({ type: 'file' as const, source: { path } })),
})
const author = 'only the author knows it'
const socketAt = (path: string) => ({
  channels: [{ type: 'unix' as const, name: 'org.example.0', source: { mode: 'bind' as const, path } }],
})
type Controller = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['controllers']>[number]
function having(...controllers: Controller[]): VmSpec {
  return withDevices({ controllers })
}
type Card = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['interfaces']>[number]
/** A second network card. */
function cardOf(more: Card): VmSpec {
  return withDevices({ interfaces: [{ type: 'user', model: { type: 'virtio' }, ...more }] })
}
const pciFunction = (fn: string) =>
  ({ type: 'pci', source: { bus: '0x01', slot: '0x00', function: fn } }) as const
const noBalloon = { memballoon: { model: 'none' } } as const
const lookingGlass = { name: 'looking-glass', model: { type: 'ivshmem-plain' }, size: '64M' } as const
const unknown = 'only the author knows which'
const usb = { vendor: '0x046d', product: '0xc52b' } as const
const uuid = '9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e'
const spice = { type: 'spice' } as const
const mdev = { uuid: '0b1c2d3e-0000-4000-8000-0000000000aa' } as const
const qemuUsb = { type: 'usb', index: 0, model: 'qemu-xhci' } as const
const kept = (...values: readonly string[]) =>
  withLibvirt({ qemu_arguments: values.map((value) => ({ value })), devices: { controllers: [qemuUsb] } })
const serial = (count: number) => Array.from({ length: count }, () => ({ type: 'pty' as const }))
const share = { driver: { type: 'virtiofs' }, source: { dir: '/srv/data' }, target: { dir: 'data' } } as const
const passedShare = { accessmode: 'passthrough', source: { dir: '/srv' }, target: { dir: 'srv' } } as const
const plainShare = { type: 'mount', source: { dir: '/srv/data' }, target: { dir: 'data' } } as const
const over9p = { ...share, driver: { type: 'path' } } as const
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const region = { name: 'shared', size: '4M' } as const
const spiceScreen = { graphics: [{ type: 'spice' }], video: [{ model: 'virtio' }] } as const
const smartcard = { mode: 'passthrough', type: 'spicevmc' } as const
const usb2 = { type: 'usb', index: 0, model: 'ich9-ehci1' } as const
const hub = { type: 'usb', address: { type: 'usb', bus: '0', port: '1' } } as const

export const cases: RuleCases = {
  'address.bus-full': {
    triggers: withDevices({
      controllers: Array.from({ length: 241 }, (_, index) => ({
        type: 'pci' as const,
        index: index + 1,
        model: 'pcie-root-port' as const,
      })),
    }),
    beside: withDevices({
      controllers: Array.from({ length: 8 }, (_, index) => ({
        type: 'pci' as const,
        index: index + 1,
        model: 'pcie-root-port' as const,
      })),
    }),
    noFix: 'which of them are needed is for the author to say',
  },
  'address.controller-range': {
    triggers: sata({ address: { type: 'drive', controller: '1024' } }),
    beside: sata({ address: { type: 'drive', controller: '1023' } }),
  },
  'address.decimal': {
    triggers: withDevices({ hub: [{ type: 'usb', address: { type: 'usb', bus: '0x0', port: '1' } }] }),
    beside: withDevices({ hub: [{ type: 'usb', address: { type: 'usb', bus: '0', port: '1' } }] }),
  },
  'address.mainboard': {
    triggers: withDevices({
      interfaces: [{ ...cardWithMac, address: { type: 'pci', slot: '0x1f', function: '0x2' } }],
    }),
    beside: withDevices({
      interfaces: [{ ...cardWithMac, address: { type: 'pci', slot: '0x1e', function: '0x2' } }],
    }),
  },
  'address.mmio-machine': {
    triggers: withDevices({ memballoon: { model: 'virtio', address: { type: 'virtio-mmio' } } }),
    beside: withDevices({ memballoon: { model: 'virtio', address: { type: 'pci' } } }),
  },
  'address.multifunction': {
    triggers: withDevices({
      interfaces: [
        { ...userCard, address: { ...place, function: '0x0', multifunction: false } },
        { ...userCard, address: { ...place, function: '0x3' } },
      ],
    }),
    beside: withDevices({
      interfaces: [
        { ...userCard, address: { ...place, function: '0x0', multifunction: true } },
        { ...userCard, address: { ...place, function: '0x3', multifunction: false } },
      ],
    }),
  },
  'address.range': {
    triggers: withDevices({ disks: [{ ...vdb, address: { ...pci, slot: '0x20' } }] }),
    beside: withDevices({ disks: [{ ...vdb, address: { ...pci, slot: '0x1e' } }] }),
  },
  'address.root-port-slot': {
    triggers: withDevices({
      controllers: [port],
      disks: [{ ...vdb, address: { ...pci, bus: '0x01', slot: '0x01' } }],
    }),
    beside: withDevices({
      controllers: [port],
      disks: [{ ...vdb, address: { ...pci, bus: '0x01', slot: '0x00' } }],
    }),
  },
  'address.slot-first': {
    triggers: withLibvirt({
      os: { machine: 'pc' },
      devices: { interfaces: [{ ...userCard, address: { type: 'pci', bus: '0x06', slot: '0x00' } }] },
    }),
    beside: withLibvirt({
      os: { machine: 'pc' },
      devices: { interfaces: [{ ...userCard, address: { type: 'pci', bus: '0x06', slot: '0x01' } }] },
    }),
  },
  'address.twice': {
    triggers: withDevices({ disks: [{ ...vdb, address: pci }], rng: [{ address: { ...pci, slot: '5' } }] }),
    beside: withDevices({ disks: [{ ...vdb, address: pci }], rng: [{ address: { ...pci, slot: '6' } }] }),
  },
  'address.zpci': {
    triggers: withDevices({
      interfaces: [{ ...cardWithMac, address: { type: 'pci', bus: '0x01', zpci: { uid: '0x19' } } }],
    }),
    beside: withDevices({ interfaces: [{ ...cardWithMac, address: { type: 'pci', bus: '0x01' } }] }),
  },
  'alias.prefix': {
    triggers: withDevices({ disks: [{ ...vdb, alias: { name: 'data' } }] }),
    beside: withDevices({ disks: [{ ...vdb, alias: { name: 'virtio-disk1' } }] }),
  },
  'alias.twice': {
    triggers: withDevices({ disks: [vdb, vdc].map((disk) => ({ ...disk, alias: { name: 'ua-data' } })) }),
    beside: withDevices({
      disks: [
        { ...vdb, alias: { name: 'ua-data' } },
        { ...vdc, alias: { name: 'ua-more' } },
      ],
    }),
  },
  'channel.name-twice': {
    triggers: withDevices({ channels: [agent, agent] }),
    beside: withDevices({ channels: [agent, { ...agent, name: 'org.qemu.guest_agent.1' }] }),
  },
  'channel.port': {
    triggers: withDevices({
      channels: [{ name: 'a', address: { type: 'virtio-serial', controller: '0', bus: '0', port: '31' } }],
    }),
    beside: withDevices({
      channels: [{ name: 'a', address: { type: 'virtio-serial', controller: '0', bus: '0', port: '30' } }],
    }),
  },
  'chardev.incomplete': {
    triggers: withDevices({ serial: [{ type: 'file' }] }),
    beside: withDevices({ serial: [{ type: 'file', source: { path: '/srv/log' } }] }),
    noFix: 'only the author knows it',
  },
  'chardev.protocol': {
    triggers: withDevices({
      serial: [
        {
          type: 'tcp',
          source: { mode: 'connect', host: '127.0.0.1', service: '9999' },
          protocol: { type: 'tls' },
        },
      ],
    }),
    beside: withDevices({
      serial: [
        {
          type: 'tcp',
          source: { mode: 'connect', host: '127.0.0.1', service: '9999' },
          protocol: { type: 'raw' },
        },
      ],
    }),
  },
  'chardev.reconnect': {
    triggers: withDevices({
      channels: [
        { ...agent, source: { mode: 'bind', path: '/srv/a', reconnect: { enabled: true, timeout: 5 } } },
      ],
    }),
    beside: withDevices({
      channels: [
        { ...agent, source: { mode: 'connect', path: '/srv/a', reconnect: { enabled: true, timeout: 5 } } },
      ],
    }),
  },
  'chardev.shared': {
    triggers: withDevices(logTo('/srv/log', '/srv/log')),
    beside: withDevices(logTo('/srv/log', '/srv/other')),
    noFix: author,
  },
  'chardev.socket': {
    triggers: withDevices(socketAt(`/srv/${'a'.repeat(103)}`)),
    beside: withDevices(socketAt(`/srv/${'a'.repeat(102)}`)),
    noFix: author,
  },
  'console.kind': {
    triggers: withDevices({ console: [{ type: 'pty', target: { type: 'xen' } }] }),
    beside: withDevices({ console: [{ type: 'pty', target: { type: 'virtio' } }] }),
  },
  'controller.chassis-twice': {
    triggers: having(
      { ...port, target: { chassis: '1' } },
      { ...port, index: 2, target: { chassis: '0x1' } },
    ),
    beside: having({ ...port, target: { chassis: '1' } }, { ...port, index: 2, target: { chassis: '0x2' } }),
  },
  'controller.expander': {
    triggers: withDevices({
      controllers: [
        { type: 'pci', index: 1, model: 'pcie-expander-bus', target: { bus_nr: '254', node: 3 } },
      ],
    }),
    beside: withDevices({
      controllers: [{ type: 'pci', index: 1, model: 'pcie-expander-bus', target: { bus_nr: '254' } }],
    }),
  },
  'controller.machine': {
    triggers: withDevices({ controllers: [{ type: 'ide', index: 0 }] }, { machine: 'q35' }),
    beside: withDevices({ controllers: [{ type: 'ide', index: 0 }] }, { machine: 'pc' }),
  },
  'controller.model-unknown': {
    triggers: having({ type: 'scsi', index: 0, model: 'buslogic' }),
    beside: having({ type: 'scsi', index: 0, model: 'lsilogic' }),
  },
  'controller.number-range': {
    triggers: having({ ...port, target: { chassis: '256' } }),
    beside: having({ ...port, target: { chassis: '255' } }),
  },
  'controller.pci-carrier': {
    triggers: withDevices({ controllers: [port] }, { machine: 'pc' }),
    beside: withDevices({ controllers: [port] }, { machine: 'q35' }),
  },
  'controller.pci-model': {
    triggers: having({ ...port, pci_model: 'pci-bridge' }),
    beside: having({ ...port, pci_model: 'ioh3420' }),
  },
  'controller.pci-option': {
    triggers: having({ ...port, target: { bus_nr: '1' } }),
    beside: having({ ...port, target: { hotplug: false } }),
  },
  'controller.queues': {
    triggers: having({ type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 1022 } }),
    beside: having({ type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 1021 } }),
  },
  'controller.root': {
    triggers: withDevices({ controllers: [{ type: 'pci', index: 0, model: 'pci-root' }] }),
    beside: withDevices({ controllers: [{ type: 'pci', index: 0, model: 'pcie-root' }] }),
  },
  'controller.scsi-only': {
    triggers: having({ type: 'scsi', index: 0, model: 'lsilogic', driver: { queues: 4 } }),
    beside: having({ type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 4 } }),
  },
  'controller.twice': {
    triggers: withDevices({
      controllers: [
        { type: 'pci', index: 1, model: 'pcie-root-port' },
        { type: 'pci', index: 1, model: 'pcie-root-port' },
      ],
    }),
    beside: withDevices({
      controllers: [
        { type: 'pci', index: 1, model: 'pcie-root-port' },
        { type: 'pci', index: 2, model: 'pcie-root-port' },
      ],
    }),
  },
  'controller.wrong-bus': {
    triggers: withDevices({
      controllers: [
        { type: 'pci', index: 1, model: 'pcie-root-port' },
        { type: 'pci', index: 2, model: 'dmi-to-pci-bridge', address: { type: 'pci', bus: '0x01' } },
      ],
    }),
    beside: withDevices({
      controllers: [
        { type: 'pci', index: 1, model: 'pcie-root-port' },
        {
          type: 'pci',
          index: 2,
          model: 'dmi-to-pci-bridge',
          address: { type: 'pci', bus: '0x00', slot: '0x1e' },
        },
      ],
    }),
  },
  'device.acpi-index': {
    triggers: cardOf({ acpi: { index: 16384 } }),
    beside: cardOf({ acpi: { index: 16383 } }),
  },
  'device.rom-disabled': {
    triggers: cardOf({ rom: { enabled: false, file: '/srv/card.rom' } }),
    beside: cardOf({ rom: { enabled: false } }),
  },
  'hostdev.address-kind': {
    triggers: withDevices({
      hostdevs: [
        {
          mode: 'subsystem',
          type: 'usb',
          source: { vendor: '0x046d', product: '0xc52b' },
          address: { type: 'pci', slot: '0x08' },
        },
      ],
    }),
    beside: withDevices({
      hostdevs: [
        {
          mode: 'subsystem',
          type: 'usb',
          source: { vendor: '0x046d', product: '0xc52b' },
          address: { type: 'usb', port: '1' },
        },
      ],
    }),
  },
  'hostdev.balloon': {
    triggers: withDevices({
      hostdevs: [pciFunction('0x0')],
      memballoon: { model: 'virtio', stats: { period: 5 } },
    }),
    beside: withDevices({ hostdevs: [pciFunction('0x0')], ...noBalloon }),
  },
  'hostdev.boot': {
    triggers: withDevices({
      hostdevs: [
        {
          mode: 'subsystem',
          type: 'scsi_host',
          boot: { order: 5 },
          source: { protocol: 'vhost', wwpn: 'naa.5123456789abcde0' },
        },
      ],
    }),
    beside: withDevices({
      hostdevs: [
        {
          mode: 'subsystem',
          type: 'usb',
          boot: { order: 5 },
          source: { vendor: '0x046d', product: '0xc52b' },
        },
      ],
    }),
  },
  'hostdev.gpu-missing': {
    triggers: withDevices({ shmem: [lookingGlass], ...noBalloon }),
    beside: withDevices({ shmem: [lookingGlass], hostdevs: [pciFunction('0x0')], ...noBalloon }),
    noFix: unknown,
  },
  'hostdev.kind-unsupported': {
    triggers: withDevices({ hostdevs: [{ mode: 'capabilities', type: 'usb', source: usb }] }),
    beside: withDevices({ hostdevs: [{ mode: 'subsystem', type: 'usb', source: usb }] }),
  },
  'hostdev.mdev-display': {
    triggers: withDevices({ hostdevs: [{ type: 'mdev', display: 'on', source: { uuid } }] }),
    beside: withDevices({ graphics: [spice], hostdevs: [{ type: 'mdev', display: 'on', source: { uuid } }] }),
  },
  'hostdev.mdev-model': {
    triggers: withLibvirt({
      devices: { hostdevs: [{ mode: 'subsystem', type: 'mdev', source: mdev }] },
      leave_out: ['devices.hostdevs[0].model'],
    }),
    beside: withDevices({
      hostdevs: [{ mode: 'subsystem', type: 'mdev', model: 'vfio-pci', source: mdev }],
    }),
  },
  'hostdev.no-address': {
    triggers: withDevices({ hostdevs: [{ type: 'usb', source: { vendor: '0x046d' } }] }),
    beside: withDevices({ hostdevs: [{ type: 'usb', source: { vendor: '0x046d', product: '0xc52b' } }] }),
    noFix: unknown,
  },
  'hostdev.pci-address': {
    triggers: withDevices({
      hostdevs: [{ type: 'pci', source: { bus: '0a', slot: '0x00', function: '0x0' } }],
      ...noBalloon,
    }),
    beside: withDevices({
      hostdevs: [{ type: 'pci', source: { bus: '0x0a', slot: '0x00', function: '0x0' } }],
      ...noBalloon,
    }),
  },
  'hostdev.scsi-only': {
    triggers: withDevices({
      hostdevs: [
        {
          mode: 'subsystem',
          type: 'scsi_host',
          rawio: true,
          source: { protocol: 'vhost', wwpn: 'naa.5123456789abcde0' },
        },
      ],
    }),
    beside: withDevices({
      hostdevs: [
        { mode: 'subsystem', type: 'scsi_host', source: { protocol: 'vhost', wwpn: 'naa.5123456789abcde0' } },
      ],
    }),
  },
  'hostdev.twice': {
    triggers: withDevices({
      hostdevs: [
        pciFunction('0x0'),
        { ...pciFunction('0'), source: { ...pciFunction('0').source, domain: '0x0000' } },
      ],
      ...noBalloon,
    }),
    beside: withDevices({ hostdevs: [pciFunction('0x0'), pciFunction('0x1')], ...noBalloon }),
  },
  'hostdev.usb-port': {
    triggers: withDevices({
      hostdevs: [{ mode: 'subsystem', type: 'usb', source: { bus: '2', port: '1.4' } }],
    }),
    beside: withDevices({
      hostdevs: [{ mode: 'subsystem', type: 'usb', source: { bus: '2', device: '7' } }],
    }),
    noFix: 'which device is there is for the author to say',
  },
  'input.bus': {
    triggers: withDevices({ inputs: [{ type: 'tablet', bus: 'ps2' }] }),
    beside: withDevices({ inputs: [{ type: 'mouse', bus: 'ps2' }] }),
  },
  'input.evdev-source': {
    triggers: withDevices({ inputs: [{ type: 'evdev' }] }),
    beside: withDevices({ inputs: [{ type: 'evdev', source: { dev: '/dev/input/event3' } }] }),
    noFix: unknown,
  },
  'input.model': {
    triggers: withDevices({
      inputs: [{ type: 'keyboard', bus: 'virtio', model: 'virtio-non-transitional' }],
    }),
    beside: withDevices({ inputs: [{ type: 'keyboard', bus: 'virtio' }] }),
  },
  'iommu.eim': {
    triggers: withLibvirt({
      features: { ioapic: 'qemu' },
      devices: { iommu: { model: 'intel', driver: { eim: true } } },
    }),
    beside: withLibvirt({
      features: { ioapic: 'qemu' },
      devices: { iommu: { model: 'intel', driver: { eim: true, intremap: true } } },
    }),
  },
  'iommu.ioapic': {
    triggers: withLibvirt({
      features: { ioapic: 'kvm' },
      devices: { iommu: { model: 'intel', driver: { intremap: true } } },
    }),
    beside: withLibvirt({
      features: { ioapic: 'qemu' },
      devices: { iommu: { model: 'intel', driver: { intremap: true } } },
    }),
  },
  'iommu.machine': {
    triggers: withDevices({ iommu: { model: 'intel' } }, { machine: 'pc' }),
    beside: withDevices({ iommu: { model: 'intel' } }, { machine: 'q35' }),
  },
  'iommu.place': {
    triggers: withDevices({ iommu: { model: 'intel', driver: { aw_bits: 46 } } }),
    beside: withDevices({ iommu: { model: 'intel', driver: { aw_bits: 48 } } }),
  },
  'iommu.virtio': {
    triggers: withDevices({ iommu: { model: 'virtio', driver: { dma_translation: true } } }),
    beside: withDevices({ iommu: { model: 'virtio' } }),
  },
  'kept-device.early': {
    triggers: kept('-chardev', 'null,id=b', '-device', 'usb-braille,bus=usb.0,chardev=b'),
    beside: kept('-chardev', 'null,id=b', '-device', '{"driver":"usb-braille","bus":"usb.0","chardev":"b"}'),
  },
  'panic.address': {
    triggers: withDevices({ panic: [{ model: 'pvpanic', address: { type: 'isa', iobase: '0x505' } }] }),
    beside: withDevices({ panic: [{ model: 'isa', address: { type: 'isa', iobase: '0x505' } }] }),
  },
  'panic.model': {
    triggers: onArm({ devices: { panic: [{ model: 'isa' }] } }),
    beside: onArm({ devices: { panic: [{ model: 'pvpanic' }] } }),
  },
  'panic.twice': {
    triggers: withDevices({ panic: [{ model: 'isa' }, { model: 'isa' }] }),
    beside: withDevices({ panic: [{ model: 'isa' }, { model: 'pvpanic' }] }),
  },
  'pci.none': {
    triggers: withLibvirt({
      os: { machine: 'isapc' },
      devices: { sound: [{ model: 'ac97' }], interfaces: [] },
    }),
    beside: withDevices({ sound: [{ model: 'ac97' }] }),
  },
  'rng.form': {
    triggers: withDevices({
      rng: [
        {
          model: 'virtio',
          rate: { bytes: 0, period: 1000 },
          backend: { model: 'random', value: '/dev/urandom' },
        },
      ],
    }),
    beside: withDevices({
      rng: [
        {
          model: 'virtio',
          rate: { bytes: 1, period: 1000 },
          backend: { model: 'random', value: '/dev/urandom' },
        },
      ],
    }),
    noFix: author,
  },
  'serial.count': {
    triggers: withDevices({ serial: serial(5) }),
    beside: withDevices({ serial: serial(4) }),
  },
  'serial.machine': {
    triggers: withDevices({ serial: [{ type: 'pty', target: { type: 'spapr-vio-serial' } }] }),
    beside: withDevices({ serial: [{ type: 'pty', target: { type: 'isa-serial' } }] }),
  },
  'share.accessmode': {
    triggers: withDevices({ filesystems: [{ ...share, accessmode: 'mapped' }] }),
    beside: withDevices({ filesystems: [{ ...share, driver: { type: 'path' }, accessmode: 'mapped' }] }),
  },
  'share.driver-gone': {
    triggers: withDevices({
      filesystems: [{ ...passedShare, driver: { type: 'handle' } }],
    }),
    beside: withDevices({ filesystems: [{ ...passedShare, driver: { type: 'path' } }] }),
  },
  'share.kind-only': {
    triggers: withDevices({ filesystems: [{ ...plainShare, accessmode: 'passthrough', fmode: '0644' }] }),
    beside: withDevices({ filesystems: [{ ...plainShare, accessmode: 'mapped', fmode: '0644' }] }),
  },
  'share.kind-unsupported': {
    triggers: withDevices({ filesystems: [{ ...plainShare, type: 'bind' }] }),
    beside: withDevices({ filesystems: [plainShare] }),
  },
  'share.readonly-version': {
    triggers: withDevices({ filesystems: [{ ...share, readonly: true }] }),
    beside: withDevices({ filesystems: [share] }),
    host: { libvirt: '10.10.0' },
  },
  'share.shared-memory': {
    triggers: withLibvirt({
      memory_backing: { access: { mode: 'private' } },
      devices: { filesystems: [share] },
    }),
    beside: withLibvirt({
      memory_backing: { access: { mode: 'shared' } },
      devices: { filesystems: [share] },
    }),
  },
  'share.tag-hidden': {
    triggers: withDevices({ filesystems: [over9p, { ...over9p, source: { dir: '/srv/more' } }] }),
    beside: withDevices({ filesystems: [over9p, { ...over9p, target: { dir: 'more' } }] }),
  },
  'share.tag-long': {
    triggers: withDevices({ filesystems: [{ ...share, target: { dir: `${letters}a` } }] }),
    beside: withDevices({ filesystems: [{ ...share, target: { dir: letters } }] }),
  },
  'share.tag-twice': {
    triggers: withDevices({ filesystems: [share, { ...share, source: { dir: '/srv/more' } }] }),
    beside: withDevices({ filesystems: [share, { ...share, target: { dir: 'more' } }] }),
  },
  'shmem.model': {
    triggers: withDevices({ shmem: [{ ...region, model: { type: 'ivshmem-doorbell' } }] }),
    beside: withDevices({ shmem: [{ ...region, model: { type: 'ivshmem-plain' } }] }),
  },
  'shmem.name': {
    triggers: withDevices({ shmem: [{ name: 'a/b', size: '32M', model: { type: 'ivshmem-plain' } }] }),
    beside: withDevices({ shmem: [{ name: 'a-b', size: '32M', model: { type: 'ivshmem-plain' } }] }),
  },
  'shmem.server': {
    triggers: withDevices({
      shmem: [{ name: 'a', model: { type: 'ivshmem-plain' }, size: '4M', msi: { vectors: 2 } }],
    }),
    beside: withDevices({ shmem: [{ name: 'a', model: { type: 'ivshmem-plain' }, size: '4M' }] }),
  },
  'shmem.size': {
    triggers: withDevices({ shmem: [{ name: 'a', size: '33M', model: { type: 'ivshmem-plain' } }] }),
    beside: withDevices({ shmem: [{ name: 'a', size: '32M', model: { type: 'ivshmem-plain' } }] }),
  },
  'smartcard.count': {
    triggers: withDevices({ ...spiceScreen, smartcard: [smartcard, smartcard] }),
    beside: withDevices({ ...spiceScreen, smartcard: [smartcard] }),
  },
  'usb.address-kind': {
    triggers: withDevices({ hub: [{ type: 'usb', address: { type: 'pci', slot: '0x09' } }] }),
    beside: withDevices({ hub: [{ type: 'usb', address: { type: 'usb', bus: '0', port: '1' } }] }),
  },
  'usb.companion': {
    triggers: withDevices({ controllers: [{ type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 }] }),
    beside: withDevices({ controllers: [usb2, { type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 }] }),
  },
  'usb.companion-place': {
    triggers: withDevices({
      controllers: [
        { type: 'usb', index: 0, model: 'ich9-ehci1' },
        { type: 'usb', index: 0, model: 'ich9-uhci1' },
        { type: 'usb', index: 0, model: 'ich9-uhci2', master: 1 },
      ],
    }),
    beside: withDevices({
      controllers: [
        { type: 'usb', index: 0, model: 'ich9-ehci1' },
        { type: 'usb', index: 0, model: 'ich9-uhci1' },
        { type: 'usb', index: 0, model: 'ich9-uhci2', master: 2 },
      ],
    }),
  },
  'usb.disabled': {
    triggers: withDevices({
      controllers: [{ type: 'usb', model: 'none' }],
      inputs: [{ type: 'tablet', bus: 'usb' }],
    }),
    beside: withDevices({
      controllers: [{ type: 'usb', model: 'none' }],
      inputs: [{ type: 'tablet', bus: 'virtio' }],
    }),
  },
  'usb.no-controller': {
    triggers: onArm({ devices: { hub: [{ type: 'usb' }] } }),
    beside: onArm({ devices: { hub: [{ type: 'usb' }], usb: [{ model: 'qemu-xhci' }] } }),
  },
  'usb.port-twice': {
    triggers: withDevices({
      hub: [hub],
      inputs: [{ type: 'tablet', bus: 'usb', address: { type: 'usb', bus: '0', port: '1' } }],
    }),
    beside: withDevices({
      hub: [hub],
      inputs: [{ type: 'tablet', bus: 'usb', address: { type: 'usb', bus: '0', port: '2' } }],
    }),
  },
  'usb.port-unknown': {
    triggers: withDevices({
      inputs: [{ type: 'tablet', bus: 'usb', address: { type: 'usb', bus: '0', port: '1.2' } }],
    }),
    beside: withDevices({
      hub: [hub],
      inputs: [{ type: 'tablet', bus: 'usb', address: { type: 'usb', bus: '0', port: '1.2' } }],
    }),
  },
  'usb.ports': {
    triggers: withDevices({ controllers: [{ type: 'usb', index: 0, model: 'qemu-xhci', ports: 16 }] }),
    beside: withDevices({ controllers: [{ type: 'usb', index: 0, model: 'qemu-xhci', ports: 15 }] }),
  },
  'usb.ports-model': {
    triggers: having({ type: 'usb', index: 0, model: 'piix3-uhci', ports: 2 }),
    beside: having({ type: 'usb', index: 0, model: 'qemu-xhci', ports: 2 }),
  },
  'virtio.iommu-platform': {
    triggers: withLibvirt({
      os: { machine: 'pc' },
      devices: { memballoon: { model: 'virtio', driver: { iommu: true } } },
    }),
    beside: withLibvirt({
      os: { machine: 'q35' },
      devices: { memballoon: { model: 'virtio', driver: { iommu: true } } },
    }),
  },
  'watchdog.actions': {
    triggers: withDevices({
      watchdog: [
        { model: 'i6300esb', action: 'reset' },
        { model: 'itco', action: 'poweroff' },
      ],
    }),
    beside: withDevices({ watchdog: [{ model: 'i6300esb', action: 'reset' }, { model: 'itco' }] }),
  },
  'watchdog.twice': {
    triggers: withDevices({ watchdog: [{ model: 'itco' }, { model: 'itco' }] }),
    beside: withDevices({ watchdog: [{ model: 'itco' }, { model: 'i6300esb' }] }),
  },
}
