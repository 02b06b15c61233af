import { onArm, type RuleCases, withDevices, withLibvirt } from './case.ts'

const usb2 = { type: 'usb', index: 0, model: 'ich9-ehci1' } as const
const hub = { type: 'usb', address: { type: 'usb', bus: '0', port: '1' } } as const
const agent = { type: 'unix', name: 'org.qemu.guest_agent.0' } as const
const card = { type: 'user', model: { type: 'virtio' }, mac: { address: '52:54:00:11:22:33' } } as const

export const placeCases: RuleCases = {
  'xml.unknown-word': {
    triggers: withDevices({
      interfaces: [{ ...card, $rest: { attributes: [['trustGuestRxFilters', 'perhaps']] } }],
    }),
    beside: withDevices({ interfaces: [{ ...card, $rest: { attributes: [['unheardOf', 'perhaps']] } }] }),
    noFix: 'which word is meant is for the author to say',
  },
  'xml.one-device': {
    triggers: withDevices({
      memballoon: { model: 'virtio' },
      $rest: { children: [{ after: 'memballoon', count: 1, xml: "<memballoon model='none'/>" }] },
    }),
    beside: withDevices({ memballoon: { model: 'virtio' } }),
    noFix: 'which of them is meant is for the author to say',
  },
  'chardev.incomplete': {
    triggers: withDevices({ serial: [{ type: 'file' }] }),
    beside: withDevices({ serial: [{ type: 'file', source: { path: '/srv/log' } }] }),
    noFix: 'only the author knows it',
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
  'serial.machine': {
    triggers: withDevices({ serial: [{ type: 'pty', target: { type: 'spapr-vio-serial' } }] }),
    beside: withDevices({ serial: [{ type: 'pty', target: { type: 'isa-serial' } }] }),
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
  'address.zpci': {
    triggers: withDevices({
      interfaces: [{ ...card, address: { type: 'pci', bus: '0x01', zpci: { uid: '0x19' } } }],
    }),
    beside: withDevices({ interfaces: [{ ...card, address: { type: 'pci', bus: '0x01' } }] }),
  },
  'address.mainboard': {
    triggers: withDevices({
      interfaces: [{ ...card, address: { type: 'pci', slot: '0x1f', function: '0x2' } }],
    }),
    beside: withDevices({
      interfaces: [{ ...card, address: { type: 'pci', slot: '0x1e', function: '0x2' } }],
    }),
  },
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
  'controller.root': {
    triggers: withDevices({ controllers: [{ type: 'pci', index: 0, model: 'pci-root' }] }),
    beside: withDevices({ controllers: [{ type: 'pci', index: 0, model: 'pcie-root' }] }),
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
  'usb.companion': {
    triggers: withDevices({ controllers: [{ type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 }] }),
    beside: withDevices({ controllers: [usb2, { type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 }] }),
  },
  'usb.ports': {
    triggers: withDevices({ controllers: [{ type: 'usb', index: 0, model: 'qemu-xhci', ports: 16 }] }),
    beside: withDevices({ controllers: [{ type: 'usb', index: 0, model: 'qemu-xhci', ports: 15 }] }),
  },
  'pci.none': {
    triggers: withLibvirt({
      os: { machine: 'isapc' },
      devices: { sound: [{ model: 'ac97' }], interfaces: [] },
    }),
    beside: withDevices({ sound: [{ model: 'ac97' }] }),
  },
  'panic.address': {
    triggers: withDevices({ panic: [{ model: 'pvpanic', address: { type: 'isa', iobase: '0x505' } }] }),
    beside: withDevices({ panic: [{ model: 'isa', address: { type: 'isa', iobase: '0x505' } }] }),
  },
  'panic.model': {
    triggers: onArm({ devices: { panic: [{ model: 'isa' }] } }),
    beside: onArm({ devices: { panic: [{ model: 'pvpanic' }] } }),
  },
  'shmem.server': {
    triggers: withDevices({
      shmem: [{ name: 'a', model: { type: 'ivshmem-plain' }, size: '4M', msi: { vectors: 2 } }],
    }),
    beside: withDevices({ shmem: [{ name: 'a', model: { type: 'ivshmem-plain' }, size: '4M' }] }),
  },
  'video.address': {
    triggers: withDevices({
      graphics: [{ type: 'vnc' }],
      video: [{ model: 'ramfb', address: { type: 'pci', slot: '0x08' } }],
    }),
    beside: withDevices({ graphics: [{ type: 'vnc' }], video: [{ model: 'ramfb' }] }),
  },
  'iommu.virtio': {
    triggers: withDevices({ iommu: { model: 'virtio', driver: { dma_translation: true } } }),
    beside: withDevices({ iommu: { model: 'virtio' } }),
  },
  'input.model': {
    triggers: withDevices({
      inputs: [{ type: 'keyboard', bus: 'virtio', model: 'virtio-non-transitional' }],
    }),
    beside: withDevices({ inputs: [{ type: 'keyboard', bus: 'virtio' }] }),
  },
  'network.vhostuser-backend': {
    triggers: withDevices({ interfaces: [{ ...card, backend: { tap: '/dev/mytap' } }] }),
    beside: withDevices({
      interfaces: [{ ...card, type: 'ethernet', target: { dev: 'tap0' }, backend: { tap: '/dev/mytap' } }],
    }),
  },
  'network.queue-size': {
    triggers: withDevices({ interfaces: [{ ...card, driver: { rx_queue_size: 300 } }] }),
    beside: withDevices({ interfaces: [{ ...card, driver: { rx_queue_size: 512 } }] }),
  },
  'network.model-unknown': {
    triggers: withDevices({ interfaces: [{ ...card, model: { type: 'vmxnet99' } }] }),
    beside: withDevices({ interfaces: [{ ...card, model: { type: 'vmxnet3' } }] }),
  },
}
