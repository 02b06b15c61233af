import type { VmSpec } from '../../spec/index.ts'
import { plain, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

const share = { driver: { type: 'virtiofs' }, source: { dir: '/srv/data' }, target: { dir: 'data' } } as const
const bios = { type: 'smbios', bios: { vendor: 'ACME' } } as const
const fwcfg = { type: 'fwcfg', entries: [{ name: 'opt/com.example/a', value: 'b' }] } as const
const cardWithMac = {
  type: 'user',
  model: { type: 'virtio' },
  mac: { address: '52:54:00:11:22:33' },
} as const

/** Of no system of the table, which would have a word of its own about its memory. */
const byPreseed: VmSpec = {
  disk_size: '10G',
  installer: {
    url: 'https://example.org/debian.iso',
    checksum: { type: 'sha256', value: '0'.repeat(64) },
    unattended: { enabled: true, answers: 'preseed' },
  },
  ssh: { port: 2222 },
}

export const cases: RuleCases = {
  'autostart.needs-libvirt': {
    triggers: { ...plain, autostart: true, backend: 'qemu' },
    beside: { ...plain, autostart: true, backend: 'libvirt' },
  },
  'deployment.of-another': {
    triggers: { ...plain, from: 'web', disposable: true },
    beside: { ...plain, disposable: true },
  },
  'field.not-for-this-kind': {
    triggers: withDevices({ graphics: [{ type: 'vnc', image: 'off' }] }),
    beside: withDevices({ graphics: [{ type: 'spice', image: 'off' }] }),
  },
  'field.too-new': {
    triggers: withLibvirt({ features: { ps2: false } }),
    beside: withLibvirt({ features: { pmu: false } }),
    host: { libvirt: '10.6.0' },
  },
  'field.value': {
    triggers: withDevices({ controllers: [{ type: 'usb', ports: 0 }] }),
    beside: withDevices({ controllers: [{ type: 'usb', ports: 4 }] }),
    noFix: 'what was meant is not known',
  },
  'guest.below-minimum': {
    triggers: { ...plain, guest: 'windows-11', ram: '2G', cpu: 1, disk_size: '20G' },
    beside: { ...plain, guest: 'windows-11', ram: '4G', cpu: 2, disk_size: '64G' },
  },
  'guest.unknown': {
    triggers: { ...plain, guest: 'debian-31' },
    beside: { ...plain, guest: 'Debian 13' },
  },
  'hypervisor.other': {
    triggers: withLibvirt({
      type: 'xen',
      devices: { disks: [{ source: { file: '/srv/a.img' }, target: { dev: 'xvdb', bus: 'xen' } }] },
    }),
    beside: withLibvirt({ type: 'qemu' }),
    noFix: 'another hypervisor is another design',
  },
  'installer.low-memory': {
    triggers: { ...byPreseed, ram: '600M' },
    beside: { ...byPreseed, ram: '780M' },
  },
  'lifecycle.action': {
    triggers: withLibvirt({ on_reboot: 'preserve' }),
    beside: withLibvirt({ on_crash: 'preserve' }),
  },
  'name.invalid': {
    name: 'a/b',
    triggers: plain,
    beside: plain,
    noFix: 'the name stands outside the spec',
  },
  'path.leads-out': {
    triggers: withDevices({
      channels: [{ name: 'org.a.b', source: { path: '{{.VmStateDir}}/../../../../Documents/x.sock' } }],
    }),
    beside: withDevices({ channels: [{ name: 'org.a.b', source: { path: '{{.VmStateDir}}/a..b/x.sock' } }] }),
    noFix: 'where it is meant to be is not known',
  },
  'path.tilde': {
    triggers: withDevices({ filesystems: [{ ...share, source: { dir: '~/data' } }] }),
    beside: withDevices({ filesystems: [{ ...share, source: { dir: '/home/me/~data' } }] }),
    noFix: 'the home directory is not known',
  },
  'qemu.namespace': {
    triggers: withLibvirt({ $rest: { children: [{ after: null, count: 0, xml: '<qemu:commandline/>' }] } }),
    beside: withLibvirt({ snippets: ['<qemu:commandline/>'] }),
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
  'qemu.set-unknown': {
    noFix: 'Which device is meant is not known.',
    triggers: withLibvirt({ qemu_arguments: [{ value: '-set' }, { value: 'device.ua-card.vgamem_mb=32' }] }),
    beside: withLibvirt({
      qemu_arguments: ['-device', 'VGA,id=ua-card', '-set', 'device.ua-card.vgamem_mb=32'].map((value) => ({
        value,
      })),
    }),
  },
  'required.missing': {
    triggers: withDevices({ filesystems: [{ driver: { type: 'virtiofs' }, target: { dir: 'data' } }] }),
    beside: withDevices({ filesystems: [share] }),
    noFix: 'only the author knows the directory',
  },
  'seclabel.contradiction': {
    triggers: withLibvirt({ seclabel: { type: 'dynamic', model: 'dac', relabel: 'no' } }),
    beside: withLibvirt({ seclabel: { type: 'dynamic', model: 'dac', relabel: 'yes' } }),
  },
  'seclabel.twice': {
    triggers: withLibvirt({
      seclabel: { type: 'dynamic', model: 'dac' },
      more_seclabels: [{ type: 'dynamic', model: 'dac' }],
    }),
    beside: withLibvirt({
      seclabel: { type: 'dynamic', model: 'dac' },
      more_seclabels: [{ type: 'dynamic', model: 'selinux' }],
    }),
  },
  'shell.word': {
    triggers: { ...plain, cloud_init: { runcmd: ['true', 'echo \u0000'] } },
    beside: { ...plain, cloud_init: { runcmd: ['true', 'echo \u0007'] } },
  },
  'sysinfo.form': {
    triggers: withLibvirt({ os: { smbios: 'sysinfo' }, sysinfo: { ...bios, bios: { date: '2020-12-31' } } }),
    beside: withLibvirt({ os: { smbios: 'sysinfo' }, sysinfo: { ...bios, bios: { date: '12/31/2020' } } }),
  },
  'sysinfo.missing': {
    triggers: withLibvirt({ os: { smbios: 'sysinfo' } }),
    beside: withLibvirt({ os: { smbios: 'sysinfo' }, sysinfo: bios }),
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
  'xml.attribute-missing': {
    triggers: withLibvirt({ cpu: { maxphysaddr: { bits: 42 } } }),
    beside: withLibvirt({ cpu: { maxphysaddr: { mode: 'emulate', bits: 42 } } }),
    noFix: 'only the author knows it',
  },
  'xml.character': {
    triggers: withLibvirt({ title: 'a\u0007b', sysinfo: { oem_strings: ['ok', '\u0000'] } }),
    beside: withLibvirt({ title: 'a\tb' }),
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
  'xml.one-device': {
    triggers: withDevices({
      memballoon: { model: 'virtio' },
      $rest: { children: [{ after: 'memballoon', count: 1, xml: "<memballoon model='none'/>" }] },
    }),
    beside: withDevices({ memballoon: { model: 'virtio' } }),
    noFix: 'which of them is meant is for the author to say',
  },
  'xml.unknown-word': {
    triggers: withDevices({
      interfaces: [{ ...cardWithMac, $rest: { attributes: [['trustGuestRxFilters', 'perhaps']] } }],
    }),
    beside: withDevices({
      interfaces: [{ ...cardWithMac, $rest: { attributes: [['unheardOf', 'perhaps']] } }],
    }),
    noFix: 'which word is meant is for the author to say',
  },
}
