/** What libvirt 11.3 and QEMU 10.0 refuse at the definition or the start, seen in the lab. */
import { onArm, type RuleCases, withDevices, withLibvirt } from './case.ts'

const place = { type: 'pci', domain: '0x0000', bus: '0x00', slot: '0x10' } as const
const card = { type: 'user', model: { type: 'virtio' } } as const

const plugged = {
  max_memory: { slots: 4, value: '8 GiB' },
  cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] },
  devices: { memory: [{ model: 'dimm', target: { size: '1 GiB', node: 0 } }] },
} as const

const mdev = { uuid: '0b1c2d3e-0000-4000-8000-0000000000aa' } as const
const secure = { type: 'pflash', readonly: true, secure: true, value: '/opt/OVMF_CODE.secure.fd' } as const

const fwcfg = { type: 'fwcfg', entries: [{ name: 'opt/com.example/a', value: 'b' }] } as const

const ide = { source: { file: '/srv/a.img' }, target: { dev: 'hda', bus: 'ide' } } as const
const data = { source: { file: '/srv/b.img' }, target: { dev: 'vdb', bus: 'virtio' } } as const
const share = { accessmode: 'passthrough', source: { dir: '/srv' }, target: { dir: 'srv' } } as const

/** Two I/O threads, the second with a queue. */
function mapped(queue: number) {
  return [
    { id: 1, queues: [{ id: 0 }] },
    { id: 2, queues: [{ id: queue }] },
  ]
}

export const foreseenCases: RuleCases = {
  'channel.port': {
    triggers: withDevices({
      channels: [{ name: 'a', address: { type: 'virtio-serial', controller: '0', bus: '0', port: '31' } }],
    }),
    beside: withDevices({
      channels: [{ name: 'a', address: { type: 'virtio-serial', controller: '0', bus: '0', port: '30' } }],
    }),
  },
  'qemu.set-unknown': {
    noFix: 'Which device is meant is not known.',
    triggers: withLibvirt({ qemu_arguments: [{ value: '-set' }, { value: 'device.ua-card.vgamem_mb=32' }] }),
    beside: withLibvirt({
      qemu_arguments: [{ value: '-set' }, { value: 'device.ua-card.vgamem_mb=32' }],
      devices: { graphics: [{ type: 'vnc' }], video: [{ model: 'vga', alias: { name: 'ua-card' } }] },
    }),
  },
  'address.multifunction': {
    triggers: withDevices({
      interfaces: [
        { ...card, address: { ...place, function: '0x0', multifunction: false } },
        { ...card, address: { ...place, function: '0x3' } },
      ],
    }),
    beside: withDevices({
      interfaces: [
        { ...card, address: { ...place, function: '0x0', multifunction: true } },
        { ...card, address: { ...place, function: '0x3', multifunction: false } },
      ],
    }),
  },
  'cpu.feature-unknown': {
    triggers: withLibvirt({
      cpu: {
        mode: 'custom',
        model: { value: 'EPYC' },
        features: [{ name: 'sse4_1', policy: 'require' }],
      },
    }),
    beside: withLibvirt({
      cpu: { mode: 'custom', model: { value: 'EPYC' }, features: [{ name: 'sse4.1', policy: 'require' }] },
    }),
  },
  'cpu.model-unknown': {
    triggers: withLibvirt({ cpu: { mode: 'custom', model: { value: 'cortex-a57' } } }),
    beside: withLibvirt({ cpu: { mode: 'custom', model: { value: 'Skylake-Client-v4' } } }),
  },
  'firmware.nvram-without-loader': {
    triggers: withLibvirt({ os: { nvram: { value: '/srv/settings.fd' } } }),
    beside: withLibvirt({ os: { firmware: 'efi', nvram: { value: '/srv/settings.fd' } } }),
  },
  'firmware.settings-lost': {
    triggers: withLibvirt({ os: { loader: { type: 'rom', value: '/opt/edk2/OVMF_CODE.fd' } } }),
    beside: withLibvirt({
      os: { loader: { type: 'rom', stateless: true, value: '/opt/edk2/OVMF_CODE.fd' } },
    }),
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
  'hypervisor.other': {
    triggers: withLibvirt({
      type: 'xen',
      devices: { disks: [{ source: { file: '/srv/a.img' }, target: { dev: 'xvdb', bus: 'xen' } }] },
    }),
    beside: withLibvirt({ type: 'qemu' }),
    noFix: 'another hypervisor is another design',
  },
  'sysinfo.uuid': {
    triggers: withLibvirt({
      uuid: '0b1c2d3e-0000-4000-8000-000000000001',
      sysinfo: fwcfg,
      more_sysinfo: [{ type: 'smbios', system: { uuid: '0b1c2d3e-0000-4000-8000-000000000002' } }],
    }),
    beside: withLibvirt({
      uuid: '0b1c2d3e-0000-4000-8000-00000000000a',
      sysinfo: { type: 'smbios', system: { uuid: '0B1C2D3E00004000800000000000000A' } },
    }),
  },
  'usb.no-controller': {
    triggers: onArm({ devices: { hub: [{ type: 'usb' }] } }),
    beside: onArm({ devices: { hub: [{ type: 'usb' }], usb: [{ model: 'qemu-xhci' }] } }),
  },
  'cpu.without-model': {
    triggers: withLibvirt({
      cpu: { features: [{ name: 'aes', policy: 'require' }] },
      leave_out: ['cpu.mode'],
    }),
    beside: withLibvirt({ cpu: { mode: 'host-model', features: [{ name: 'aes', policy: 'require' }] } }),
  },
  'feature.state-missing': {
    triggers: withLibvirt({ features: { kvm: { $rest: { inside: { hidden: {} } } } } }),
    beside: withLibvirt({ features: { kvm: { hidden: 'on' } } }),
    noFix: 'on or off is for the author to say',
  },
  'firmware.other-architecture': {
    triggers: withLibvirt({
      os: { loader: { type: 'pflash', readonly: true, value: '/usr/share/AAVMF/AAVMF_CODE.fd' } },
    }),
    beside: onArm(
      { os: { loader: { type: 'pflash', readonly: true, value: '/usr/share/AAVMF/AAVMF_CODE.fd' } } },
      { firmware: 'bios' },
    ),
  },
  'firmware.writable-code': {
    triggers: withLibvirt({
      os: {
        loader: { type: 'pflash', readonly: false, value: '/opt/OVMF_CODE.fd' },
        nvram: { template: '/opt/OVMF_VARS.fd', value: '/srv/vars.fd' },
      },
    }),
    beside: withLibvirt({
      os: {
        loader: { type: 'pflash', readonly: true, value: '/opt/OVMF_CODE.fd' },
        nvram: { template: '/opt/OVMF_VARS.fd', value: '/srv/vars.fd' },
      },
    }),
  },
  'qemu.set-json': {
    noFix: 'What is set may be said in more than one way.',
    triggers: withLibvirt({
      qemu_arguments: [{ value: '-set' }, { value: 'device.video0.vgamem_mb=32' }],
      devices: { graphics: [{ type: 'vnc' }], video: [{ model: 'vga' }] },
    }),
    beside: withLibvirt({
      qemu_overrides: [
        { alias: 'video0', properties: [{ name: 'vgamem_mb', type: 'unsigned', value: '32' }] },
      ],
      devices: { graphics: [{ type: 'vnc' }], video: [{ model: 'vga' }] },
    }),
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
  'firmware.secure-loader': {
    triggers: withLibvirt({ os: { machine: 'pc', loader: secure } }),
    beside: withLibvirt({ os: { machine: 'q35', loader: secure } }),
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
  'iommu.place': {
    triggers: withDevices({ iommu: { model: 'intel', driver: { aw_bits: 46 } } }),
    beside: withDevices({ iommu: { model: 'intel', driver: { aw_bits: 48 } } }),
  },
  'keywrap.machine': {
    triggers: withLibvirt({ keywrap: [{ name: 'dea', state: false }] }),
    beside: withLibvirt({ os: { arch: 's390x', machine: 's390-ccw-virtio' } }),
  },
  'numa.attributes': {
    triggers: withLibvirt({
      cpu: {
        numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }],
        numa_latencies: [{ initiator: 0, target: 1, type: 'access', value: 5 }],
      },
    }),
    beside: withLibvirt({
      cpu: {
        numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }],
        numa_latencies: [{ initiator: 0, target: 0, type: 'access', value: 5 }],
      },
    }),
  },
  'qemu.option-gone': {
    triggers: withLibvirt({ qemu_arguments: [{ value: '-no-hpet' }] }),
    beside: withLibvirt({ qemu_arguments: [{ value: '-no-reboot' }] }),
    noFix: 'the words are the author’s own',
  },
  'qemu.option-unknown': {
    triggers: withLibvirt({ qemu_arguments: [{ value: '-vnc' }, { value: ':7' }, { value: '-no-hopes' }] }),
    beside: withLibvirt({ qemu_arguments: [{ value: '-vnc' }, { value: ':7' }, { value: '--snapshot' }] }),
    noFix: 'the words are the author’s own',
  },
  'resctrl.shares': {
    triggers: withLibvirt({
      cputune: {
        memorytune: [
          { vcpus: '0-1', nodes: [{ id: 0, bandwidth: 60 }] },
          { vcpus: '1', nodes: [{ id: 0, bandwidth: 20 }] },
        ],
      },
    }),
    beside: withLibvirt({
      cputune: {
        memorytune: [
          { vcpus: '0', nodes: [{ id: 0, bandwidth: 60 }] },
          { vcpus: '1', nodes: [{ id: 0, bandwidth: 20 }] },
        ],
      },
    }),
  },
  'seclabel.contradiction': {
    triggers: withLibvirt({ seclabel: { type: 'dynamic', model: 'dac', relabel: 'no' } }),
    beside: withLibvirt({ seclabel: { type: 'dynamic', model: 'dac', relabel: 'yes' } }),
  },
  'scheduler.priority': {
    triggers: withLibvirt({ cputune: { emulatorsched: { scheduler: 'rr' } } }),
    beside: withLibvirt({ cputune: { emulatorsched: { scheduler: 'rr', priority: 99 } } }),
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
  'address.decimal': {
    triggers: withDevices({ hub: [{ type: 'usb', address: { type: 'usb', bus: '0x0', port: '1' } }] }),
    beside: withDevices({ hub: [{ type: 'usb', address: { type: 'usb', bus: '0', port: '1' } }] }),
  },
  'memory.device-needs-acpi': {
    triggers: withLibvirt({ ...plugged, features: { acpi: false } }, { firmware: 'bios' }),
    beside: withLibvirt({ ...plugged, features: { acpi: true } }, { firmware: 'bios' }),
  },
  'address.slot-first': {
    triggers: withLibvirt({
      os: { machine: 'pc' },
      devices: { interfaces: [{ ...card, address: { type: 'pci', bus: '0x06', slot: '0x00' } }] },
    }),
    beside: withLibvirt({
      os: { machine: 'pc' },
      devices: { interfaces: [{ ...card, address: { type: 'pci', bus: '0x06', slot: '0x01' } }] },
    }),
  },
  'cpu.too-many': {
    triggers: onArm({ features: { gic: '3' } }, { cpu: 513 }),
    beside: onArm({ features: { gic: '3' } }, { cpu: 512 }),
    noFix: 'how many are needed is for the author to say',
  },
  'firmware.features-alone': {
    triggers: withLibvirt({ os: { firmware_features: [{ name: 'secure-boot', enabled: false }] } }),
    beside: withLibvirt({
      os: { firmware: 'efi', firmware_features: [{ name: 'secure-boot', enabled: false }] },
    }),
  },
  'graphics.listen-differs': {
    triggers: withDevices({
      graphics: [{ type: 'vnc', listen_address: '127.0.0.1', listen: [{ type: 'address', address: '::1' }] }],
    }),
    beside: withDevices({
      graphics: [{ type: 'vnc', listen_address: '::1', listen: [{ type: 'address', address: '::1' }] }],
    }),
  },
  'xml.once': {
    triggers: withLibvirt({
      numatune: { memory: { nodeset: '0' } },
      $rest: {
        children: [{ after: 'numatune', count: 1, xml: "<numatune><memory nodeset='1'/></numatune>" }],
      },
    }),
    beside: withLibvirt({ numatune: { memory: { nodeset: '0' } } }),
    noFix: 'how the two are joined is for the author to say',
  },
  'cpu.gic-emulated': {
    triggers: onArm({ type: 'qemu', cpu: { mode: 'maximum' } }, { cpu: 9 }),
    beside: onArm({ type: 'qemu', cpu: { mode: 'maximum' }, features: { gic: '3' } }, { cpu: 9 }),
  },
  'cpu.set-range': {
    triggers: withLibvirt({ cputune: { emulatorpin: { cpuset: '0,16384' } } }),
    beside: withLibvirt({ cputune: { emulatorpin: { cpuset: '0,16383' } } }),
    noFix: 'which CPU is meant is for the author to say',
  },
  'disk.qemu-place': {
    triggers: withLibvirt({
      os: { machine: 'pc' },
      devices: { disks: [{ ...ide, address: { type: 'drive', bus: '0', unit: '2' } }] },
    }),
    beside: withLibvirt({
      os: { machine: 'pc' },
      devices: { disks: [{ ...ide, address: { type: 'drive', bus: '0', unit: '1' } }] },
    }),
  },
  'disk.throttle-group': {
    triggers: withLibvirt({
      throttlegroups: [{ group_name: 'slow', total_bytes_sec: 10 }],
      devices: { disks: [{ ...data, throttlefilters: [{ group: 'fast' }] }] },
    }),
    beside: withLibvirt({
      throttlegroups: [{ group_name: 'slow', total_bytes_sec: 10 }],
      devices: { disks: [{ ...data, throttlefilters: [{ group: 'slow' }] }] },
    }),
  },
  'iothread.mapping': {
    triggers: withLibvirt({
      iothreads: 2,
      devices: { disks: [{ ...data, driver: { queues: 2, iothreads: mapped(0) } }] },
    }),
    beside: withLibvirt({
      iothreads: 2,
      devices: { disks: [{ ...data, driver: { queues: 2, iothreads: mapped(1) } }] },
    }),
  },
  'machine.board': {
    triggers: onArm(
      { os: { machine: 'versatilepb' }, features: { acpi: false } },
      { firmware: 'bios', ram: '257M' },
    ),
    beside: onArm(
      { os: { machine: 'versatilepb' }, features: { acpi: false } },
      { firmware: 'bios', ram: '256M' },
    ),
    noFix: 'how much memory is meant is for the author to say',
  },
  'machine.gone': {
    triggers: withLibvirt({ os: { machine: 'pc-q35-2.3' } }),
    beside: withLibvirt({ os: { machine: 'pc-q35-2.4' } }),
    noFix: 'which machine is meant is for the author to say',
  },
  'network.ipv6-prefix': {
    triggers: withDevices({
      interfaces: [{ ...card, ips: [{ address: 'fd00::2', family: 'ipv6', prefix: 128 }] }],
    }),
    beside: withDevices({
      interfaces: [{ ...card, ips: [{ address: 'fd00::2', family: 'ipv6', prefix: 64 }] }],
    }),
  },
  'share.driver-gone': {
    triggers: withDevices({
      filesystems: [{ ...share, driver: { type: 'handle' } }],
    }),
    beside: withDevices({ filesystems: [{ ...share, driver: { type: 'path' } }] }),
  },
  'usb.address-kind': {
    triggers: withDevices({ hub: [{ type: 'usb', address: { type: 'pci', slot: '0x09' } }] }),
    beside: withDevices({ hub: [{ type: 'usb', address: { type: 'usb', bus: '0', port: '1' } }] }),
  },
  'xml.attribute-missing': {
    triggers: withLibvirt({ cpu: { maxphysaddr: { bits: 42 } } }),
    beside: withLibvirt({ cpu: { maxphysaddr: { mode: 'emulate', bits: 42 } } }),
    noFix: 'only the author knows it',
  },
  'address.mmio-machine': {
    triggers: withDevices({ memballoon: { model: 'virtio', address: { type: 'virtio-mmio' } } }),
    beside: withDevices({ memballoon: { model: 'virtio', address: { type: 'pci' } } }),
  },
}
