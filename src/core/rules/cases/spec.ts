import { plain, type RuleCases, withDevices, withLibvirt } from './case.ts'

const share = { driver: { type: 'virtiofs' }, source: { dir: '/srv/data' }, target: { dir: 'data' } } as const

export const specCases: RuleCases = {
  'autostart.needs-libvirt': {
    triggers: { ...plain, autostart: true, backend: 'qemu' },
    beside: { ...plain, autostart: true, backend: 'libvirt' },
  },
  'deployment.of-another': {
    triggers: { ...plain, from: 'web', disposable: true },
    beside: { ...plain, disposable: true },
  },
  'snapshot.name-twice': {
    triggers: { ...plain, snapshot: [{ name: 'clean' }, { name: 'clean' }] },
    beside: { ...plain, snapshot: [{ name: 'clean' }, { name: 'used' }] },
  },
  'name.invalid': {
    name: 'a/b',
    triggers: plain,
    beside: plain,
    noFix: 'the name stands outside the spec',
  },
  'required.missing': {
    triggers: withDevices({ filesystems: [{ driver: { type: 'virtiofs' }, target: { dir: 'data' } }] }),
    beside: withDevices({ filesystems: [share] }),
    noFix: 'only the author knows the directory',
  },
  'field.not-for-this-kind': {
    triggers: withDevices({ graphics: [{ type: 'vnc', image: 'off' }] }),
    beside: withDevices({ graphics: [{ type: 'spice', image: 'off' }] }),
  },
  'source.not-for-this-kind': {
    triggers: {
      ...plain,
      source: { kind: 'cloud_image', url: 'https://example.org/a.qcow2', builder: 'dnf' },
    },
    beside: { ...plain, source: { kind: 'bootstrap', builder: 'dnf' } },
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
  'path.tilde': {
    triggers: withDevices({ filesystems: [{ ...share, source: { dir: '~/data' } }] }),
    beside: withDevices({ filesystems: [{ ...share, source: { dir: '/home/me/~data' } }] }),
    noFix: 'the home directory is not known',
  },
  'path.leads-out': {
    triggers: withDevices({
      channels: [{ name: 'org.a.b', source: { path: '{{.VmStateDir}}/../../../../Documents/x.sock' } }],
    }),
    beside: withDevices({ channels: [{ name: 'org.a.b', source: { path: '{{.VmStateDir}}/a..b/x.sock' } }] }),
    noFix: 'where it is meant to be is not known',
  },
  'qemu.namespace': {
    triggers: withLibvirt({ $rest: { children: [{ after: null, count: 0, xml: '<qemu:commandline/>' }] } }),
    beside: withLibvirt({ snippets: ['<qemu:commandline/>'] }),
  },
  'xml.character': {
    triggers: withLibvirt({ title: 'a\u0007b', sysinfo: { oem_strings: ['ok', '\u0000'] } }),
    beside: withLibvirt({ title: 'a\tb' }),
  },
  'shell.word': {
    triggers: { ...plain, cloud_init: { runcmd: ['true', 'echo \u0000'] } },
    beside: { ...plain, cloud_init: { runcmd: ['true', 'echo \u0007'] } },
  },
}
