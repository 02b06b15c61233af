import { onArm, type RuleCases, withDevices, withLibvirt } from './case.ts'

const author = 'only the author knows it'
const qemuUsb = { type: 'usb', index: 0, model: 'qemu-xhci' } as const
const share = { type: 'mount', source: { dir: '/srv/data' }, target: { dir: 'data' } } as const
const card = { mode: 'passthrough', type: 'spicevmc' } as const
const spice = { graphics: [{ type: 'spice' }], video: [{ model: 'virtio' }] } as const
const region = { name: 'shared', size: '4M' } as const
const bios = { type: 'smbios', bios: { vendor: 'ACME' } } as const
const usb = { vendor: '0x046d', product: '0xc52b' } as const

const serial = (count: number) => Array.from({ length: count }, () => ({ type: 'pty' as const }))
const logTo = (...paths: string[]) => ({
  serial: paths.map((path) => ({ type: 'file' as const, source: { path } })),
})
const socketAt = (path: string) => ({
  channels: [{ type: 'unix' as const, name: 'org.example.0', source: { mode: 'bind' as const, path } }],
})

const kept = (...values: readonly string[]) =>
  withLibvirt({ qemu_arguments: values.map((value) => ({ value })), devices: { controllers: [qemuUsb] } })

export const moreDeviceCases: RuleCases = {
  'kept-device.early': {
    triggers: kept('-chardev', 'null,id=b', '-device', 'usb-braille,bus=usb.0,chardev=b'),
    beside: kept('-chardev', 'null,id=b', '-device', '{"driver":"usb-braille","bus":"usb.0","chardev":"b"}'),
  },
  'input.bus': {
    triggers: withDevices({ inputs: [{ type: 'tablet', bus: 'ps2' }] }),
    beside: withDevices({ inputs: [{ type: 'mouse', bus: 'ps2' }] }),
  },
  'smartcard.count': {
    triggers: withDevices({ ...spice, smartcard: [card, card] }),
    beside: withDevices({ ...spice, smartcard: [card] }),
  },
  'serial.count': {
    triggers: withDevices({ serial: serial(5) }),
    beside: withDevices({ serial: serial(4) }),
  },
  'console.kind': {
    triggers: withDevices({ console: [{ type: 'pty', target: { type: 'xen' } }] }),
    beside: withDevices({ console: [{ type: 'pty', target: { type: 'virtio' } }] }),
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
  'shmem.model': {
    triggers: withDevices({ shmem: [{ ...region, model: { type: 'ivshmem-doorbell' } }] }),
    beside: withDevices({ shmem: [{ ...region, model: { type: 'ivshmem-plain' } }] }),
  },
  'share.kind-only': {
    triggers: withDevices({ filesystems: [{ ...share, accessmode: 'passthrough', fmode: '0644' }] }),
    beside: withDevices({ filesystems: [{ ...share, accessmode: 'mapped', fmode: '0644' }] }),
  },
  'share.kind-unsupported': {
    triggers: withDevices({ filesystems: [{ ...share, type: 'bind' }] }),
    beside: withDevices({ filesystems: [share] }),
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
  'panic.twice': {
    triggers: withDevices({ panic: [{ model: 'isa' }, { model: 'isa' }] }),
    beside: withDevices({ panic: [{ model: 'isa' }, { model: 'pvpanic' }] }),
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
  'hostdev.kind-unsupported': {
    triggers: withDevices({ hostdevs: [{ mode: 'capabilities', type: 'usb', source: usb }] }),
    beside: withDevices({ hostdevs: [{ mode: 'subsystem', type: 'usb', source: usb }] }),
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
  'machine.device': {
    triggers: onArm({ devices: { watchdog: [{ model: 'ib700', action: 'reset' }] } }),
    beside: onArm({ devices: { watchdog: [{ model: 'i6300esb', action: 'reset' }] } }),
  },
  'machine.no-pci': {
    triggers: withLibvirt({ os: { machine: 'microvm' } }),
    beside: withLibvirt({ os: { machine: 'q35' } }),
  },
  'sysinfo.form': {
    triggers: withLibvirt({ os: { smbios: 'sysinfo' }, sysinfo: { ...bios, bios: { date: '2020-12-31' } } }),
    beside: withLibvirt({ os: { smbios: 'sysinfo' }, sysinfo: { ...bios, bios: { date: '12/31/2020' } } }),
  },
  'sysinfo.missing': {
    triggers: withLibvirt({ os: { smbios: 'sysinfo' } }),
    beside: withLibvirt({ os: { smbios: 'sysinfo' }, sysinfo: bios }),
  },
  'lifecycle.action': {
    triggers: withLibvirt({ on_reboot: 'preserve' }),
    beside: withLibvirt({ on_crash: 'preserve' }),
  },
  'boot.kernel-missing': {
    triggers: withLibvirt({ os: { cmdline: 'quiet' } }),
    beside: withLibvirt({ os: { kernel: '/boot/vmlinuz', cmdline: 'quiet' } }),
  },
  'boot.serial-missing': {
    triggers: withLibvirt({ os: { bios: { useserial: true } }, devices: { serial: [], console: [] } }),
    beside: withLibvirt({ os: { bios: { useserial: true } }, devices: { serial: serial(1) } }),
  },
  'firmware.bios-arm': {
    triggers: onArm({ features: { acpi: false }, os: { firmware: 'bios' } }),
    beside: onArm({ os: { firmware: 'efi' } }),
  },
}
