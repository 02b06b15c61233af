import { expect, test } from 'vitest'
import type { VmSpec } from '../spec/index.ts'
import { hostReach } from './host-reach.ts'

function reach(spec: VmSpec): [kind: string, path: string, text: string][] {
  return hostReach({ name: 'vm', spec }).map(({ kind, path, text }) => [kind, path.join('.'), text])
}

function withDevices(devices: NonNullable<NonNullable<VmSpec['libvirt']>['devices']>): VmSpec {
  return { libvirt: { devices } }
}

const cases: readonly (readonly [what: string, spec: VmSpec, kind: string, path: string, text: RegExp])[] = [
  [
    'the whole host',
    withDevices({ filesystems: [{ source: { dir: '/' }, target: { dir: 't' } }] }),
    'folder',
    'libvirt.devices.filesystems.0.source.dir',
    /sees the folder \/ and may write/,
  ],
  [
    'a home, read-only',
    withDevices({ filesystems: [{ source: { dir: '/home/me' }, readonly: true }] }),
    'folder',
    'libvirt.devices.filesystems.0.source.dir',
    /\/home\/me, read-only/,
  ],
  [
    'a folder that leaves that of the VM',
    withDevices({ filesystems: [{ source: { dir: '{{.VmStateDir}}/../../../../Documents' } }] }),
    'folder',
    'libvirt.devices.filesystems.0.source.dir',
    /Documents/,
  ],
  [
    'the program of a share',
    withDevices({ filesystems: [{ source: { dir: '{{.VmStateDir}}/s' }, binary: { path: '/tmp/x' } }] }),
    'program',
    'libvirt.devices.filesystems.0.binary.path',
    /runs or boots \/tmp\/x/,
  ],
  [
    'a PCI device',
    withDevices({ hostdevs: [{ type: 'pci', managed: 'yes' }] }),
    'device',
    'libvirt.devices.hostdevs.0',
    /PCI device/,
  ],
  [
    'a USB device',
    withDevices({ hostdevs: [{ type: 'usb', source: { vendor: '0x1234', product: '0x5678' } }] }),
    'device',
    'libvirt.devices.hostdevs.0',
    /USB device of the host \(0x1234 0x5678\)/,
  ],
  [
    'a mediated device',
    withDevices({ hostdevs: [{ type: 'mdev' }] }),
    'device',
    'libvirt.devices.hostdevs.0',
    /mdev device/,
  ],
  [
    'a disk of the host',
    withDevices({ disks: [{ type: 'block', source: { dev: '/dev/sda' }, target: { dev: 'vdb' } }] }),
    'device',
    'libvirt.devices.disks.0.source.dev',
    /\/dev\/sda/,
  ],
  [
    'a file as a disk',
    withDevices({
      disks: [{ source: { file: '/etc/shadow' }, driver: { type: 'raw' }, target: { dev: 'vdb' } }],
    }),
    'file',
    'libvirt.devices.disks.0.source.file',
    /\/etc\/shadow/,
  ],
  [
    'a log of a serial port',
    withDevices({ serial: [{ type: 'file', source: { path: '/etc/cron.d/x' } }] }),
    'file',
    'libvirt.devices.serial.0.source.path',
    /cron/,
  ],
  [
    'the emulator',
    { libvirt: { devices: { emulator: '/tmp/evil' } } },
    'program',
    'libvirt.devices.emulator',
    /\/tmp\/evil/,
  ],
  ['a kernel', { libvirt: { os: { kernel: '/tmp/vmlinuz' } } }, 'program', 'libvirt.os.kernel', /vmlinuz/],
  [
    'a loader',
    { libvirt: { os: { loader: { value: '/tmp/code.fd' } } } },
    'program',
    'libvirt.os.loader.value',
    /code/,
  ],
  [
    'the script of a card',
    withDevices({ interfaces: [{ type: 'ethernet', script: '/tmp/up' }] }),
    'program',
    'libvirt.devices.interfaces.0.script',
    /\/tmp\/up/,
  ],
  ['a bridge', { network: { mode: 'bridge', bridge: 'br0' } }, 'network', 'network', /bridge br0/],
  [
    'macvtap',
    withDevices({ interfaces: [{ type: 'direct', source: { dev: 'eth0' } }] }),
    'network',
    'libvirt.devices.interfaces.0',
    /eth0/,
  ],
  [
    'an open port',
    withDevices({
      interfaces: [
        { type: 'user', port_forwards: [{ address: '0.0.0.0', ranges: [{ start: 8080, to: 80 }] }] },
      ],
    }),
    'open-port',
    'libvirt.devices.interfaces.0.port_forwards.0',
    /0\.0\.0\.0 port 8080/,
  ],
  [
    'an open screen',
    withDevices({ graphics: [{ type: 'vnc', listen: [{ address: '0.0.0.0' }] }] }),
    'open-port',
    'libvirt.devices.graphics.0',
    /screen \(vnc\) at 0\.0\.0\.0/,
  ],
  [
    'an image over http',
    {
      source: { kind: 'cloud_image', url: 'http://example.org/i', checksum: { type: 'sha256', value: 'ab' } },
    },
    'image',
    'source.url',
    /over http$/,
  ],
  [
    'an image that nothing vouches for',
    { source: { kind: 'cloud_image', url: 'https://example.org/i' } },
    'image',
    'source.url',
    /without a checksum/,
  ],
  [
    'an installer that nothing vouches for',
    { installer: { url: 'https://example.org/i.iso' } },
    'image',
    'installer.url',
    /i\.iso, without a checksum/,
  ],
  [
    'an installer of the host',
    { installer: { path: '/etc/shadow' } },
    'file',
    'installer.path',
    /\/etc\/shadow/,
  ],
  ['runcmd', { cloud_init: { runcmd: ['curl x | sh'] } }, 'command', 'cloud_init.runcmd.0', /curl x/],
  ['bootcmd', { cloud_init: { bootcmd: ['id'] } }, 'command', 'cloud_init.bootcmd.0', /runs id/],
  [
    'commands in more user-data',
    { cloud_init: { extra: 'runcmd:\n- id\n' } },
    'command',
    'cloud_init.extra',
    /runcmd/,
  ],
  ['a snippet', { libvirt: { snippets: ["<hub type='usb'/>"] } }, 'xml', 'libvirt.snippets.0', /<hub/],
  ['whole XML', { libvirt: { xml_passthrough: '<domain/>' } }, 'xml', 'libvirt.xml_passthrough', /<domain/],
  [
    'words for QEMU',
    { libvirt: { qemu_arguments: [{ value: '-monitor' }, { value: 'tcp:0:1' }] } },
    'qemu',
    'libvirt.qemu_arguments',
    /-monitor tcp/,
  ],
  [
    'no protection',
    { libvirt: { seclabel: { type: 'none' } } },
    'protection',
    'libvirt.seclabel',
    /switched off/,
  ],
]

test.each(cases)('%s is listed', (_, spec, kind, path, text) => {
  const found = reach(spec).filter(([one, at]) => one === kind && at === path)
  expect(found.map(([, , words]) => words)).toContainEqual(expect.stringMatching(text))
})

test('what a snippet brings is listed as well as the snippet', () => {
  const found = reach({
    libvirt: {
      snippets: ["<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/></source></hostdev>"],
    },
  })
  expect(found.map(([kind]) => kind)).toEqual(['xml', 'device'])
})

test('a VM that keeps to its own folder touches nothing', () => {
  expect(
    reach({
      source: {
        kind: 'cloud_image',
        url: 'https://example.org/i.qcow2',
        checksum: { type: 'sha256', value: 'a'.repeat(64) },
      },
      disk_size: '20G',
      ram: '4G',
      firmware: 'uefi-insecure',
      ssh: { port: 2222 },
      network: { port_forwards: ['8080:80'] },
      cloud_init: { package: ['git'] },
      libvirt: {
        title: '/etc',
        devices: {
          filesystems: [
            {
              driver: { type: 'virtiofs' },
              source: { dir: '{{.VmStateDir}}/share' },
              target: { dir: '/mnt' },
            },
          ],
          channels: [{ type: 'unix', path: '{{.VmStateDir}}/agent.sock', name: 'org.qemu.guest_agent.0' }],
          rng: [{ model: 'virtio' }],
          graphics: [{ type: 'spice', autoport: 'yes' }],
        },
      },
    }),
  ).toEqual([])
})
