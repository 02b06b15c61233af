import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolve } from '../../resolve/index.ts'
import { proxmox } from './index.ts'
import { readProxmox } from './read.ts'

const conf = `#A **server**%3A web
#second line
agent: 1
boot: order=scsi0;net0
cores: 4
memory: 8192
name: web
net0: virtio=BC:24:11:01:02:03,bridge=vmbr0,firewall=1,tag=10
numa: 0
onboot: 1
ostype: l26
scsi0: local-lvm:vm-100-disk-0,discard=on,iothread=1,size=32G,backup=0
scsihw: virtio-scsi-single
sockets: 1
tags: prod;web
what_is_this: new

[PENDING]
memory: 16384

[special:cloudinit]
name: old

[before]
#Before the update
memory: 2048
name: web
snaptime: 1748933042

[after]
parent: before
memory: 4096
`

test('sections, snapshots and comments are told apart', () => {
  const { vms, findings } = readProxmox(conf)
  const [vm] = vms
  expect(vm?.domain.memory).toEqual({ value: '8192 MiB' })
  expect(vm?.domain.description).toBe('A **server**: web\nsecond line')
  expect(vm?.said).toEqual({
    autostart: true,
    snapshot: [
      { name: 'before', mode: 'internal', description: 'Before the update' },
      { name: 'after', mode: 'internal', from: 'before' },
    ],
  })
  expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'proxmox.volume: local-lvm:vm-100-disk-0 is kept as a volume of a storage pool of libvirt’s. `pvesm path local-lvm:vm-100-disk-0` prints its file on the node: put that in its place (type file or block).',
    'proxmox.kept: libvirt has no word for these, which are kept for the way back to Proxmox VE: scsi0.backup=0, net0.firewall=1, tags=prod;web, what_is_this=new.',
    'proxmox.section: Changes that wait for the next start are not read: memory: 16384.',
    'proxmox.section: The snapshot before is read as one to be taken; its data stays on the node.',
    'proxmox.section: The snapshot after is read as one to be taken; its data stays on the node.',
  ])
})

test('what libvirt has no word for goes back to where it came from', () => {
  const { designs } = proxmox.reader.read(conf, 'vm', undefined)
  const [design] = designs
  const { files } = proxmox.writer.write({
    design: design ?? { name: 'vm', spec: {} },
    host: undefined,
    choices: { storage: 'local-lvm' },
  })
  const config = files.flatMap((one) => (one.name === '100.conf' && 'text' in one ? [one.text] : []))[0] ?? ''
  const lines = config.split('\n')
  for (const line of [
    'net0: virtio=BC:24:11:01:02:03,bridge=vmbr0,tag=10,firewall=1',
    'scsi0: local-lvm:vm-100-disk-0,cache=none,discard=on,iothread=1,size=32G,backup=0',
    'scsihw: virtio-scsi-single',
    'tags: prod;web',
    'onboot: 1',
    'boot: order=scsi0;net0',
    'agent: 1',
  ])
    expect(lines).toContain(line)
})

test('a script is read as what it makes', () => {
  const script = `#!/bin/bash
VMID=9000
STORAGE=local-lvm
qm create $VMID --name debian --memory 2048 --cores 2 --net0 virtio,bridge=vmbr0 --scsihw virtio-scsi-pci
qm set $VMID --scsi0 $STORAGE:0,import-from=/root/debian-13.qcow2 --ide2 $STORAGE:cloudinit --boot order=scsi0
qm set $VMID --serial0 socket --vga serial0 --ciuser me --ipconfig0 ip=10.0.0.5/24,gw=10.0.0.1
`
  const { vms, findings } = readProxmox(script)
  expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([])
  expect(vms).toHaveLength(1)
  expect(vms[0]?.domain.devices?.disks).toEqual([
    {
      device: 'disk',
      driver: { name: 'qemu', type: 'qcow2', cache: 'none' },
      target: { dev: 'sda', bus: 'scsi' },
      type: 'file',
      source: { file: '/root/debian-13.qcow2' },
      boot: { order: 1 },
    },
  ])
  expect(vms[0]?.said.cloud_init).toEqual({
    users: [{ name: 'me', sudo: true }],
    network: {
      version: 2,
      ethernets: {
        net0: {
          match: { name: 'e*' },
          dhcp4: false,
          addresses: ['10.0.0.5/24'],
          routes: [{ to: 'default', via: '10.0.0.1' }],
        },
      },
    },
    extra: 'package_upgrade: true\n',
  })
})

test('words of QEMU become devices where libvirt has them', () => {
  const { vms } = readProxmox(
    'ostype: l26\nmachine: q35\nargs: -device vhost-vsock-pci,guest-cid=7 -global foo.bar=1\n',
  )
  expect(vms[0]?.domain.devices?.vsock).toEqual({ model: 'virtio', cid: { auto: false, address: 7 } })
  expect(vms[0]?.domain.qemu_arguments).toEqual([{ value: '-global' }, { value: 'foo.bar=1' }])
})

test('what QEMU alone has a word for goes into args, and comes back', () => {
  const devices = { vsock: { cid: { address: 7 } }, panic: [{ model: 'pvpanic' as const }] }
  const design = { name: 'vm', spec: { machine: 'q35' as const, ram: '1G', libvirt: { devices } } }
  const { files, lacks, findings } = proxmox.writer.write({
    design,
    host: undefined,
    choices: { storage: 'local-lvm' },
  })
  const config = files.flatMap((one) => (one.name === '100.conf' && 'text' in one ? [one.text] : []))[0] ?? ''
  expect(/^args: .*$/m.exec(config)?.[0]).toMatchInlineSnapshot(
    `"args: -device pvpanic-pci -device vhost-vsock-pci,id=vsock0,guest-cid=7"`,
  )
  expect(lacks.filter(({ path }) => path.includes('vsock') || path.includes('panic'))).toEqual([])
  expect(findings.map(({ code }) => code)).toContain('proxmox.args')
})

test('a text without a setting is refused', () => {
  expect(readProxmox('hello').findings.map(({ code }) => code)).toEqual(['proxmox.nothing'])
})

const keys = fc.constantFrom(
  ...[
    'scsi0',
    'virtio3',
    'ide2',
    'sata1',
    'net0',
    'hostpci0',
    'usb1',
    'cpu',
    'machine',
    'memory',
    'balloon',
    'numa',
    'numa0',
    'vga',
  ],
  ...[
    'efidisk0',
    'tpmstate0',
    'boot',
    'smbios1',
    'ipconfig0',
    'args',
    'agent',
    'audio0',
    'rng0',
    'virtiofs0',
    'serial0',
    'ostype',
  ],
  ...[
    'affinity',
    'cores',
    'sockets',
    'vcpus',
    'cpulimit',
    'startdate',
    'ivshmem',
    'watchdog',
    'amd-sev',
    '__proto__',
    'constructor',
  ],
)
const values = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'virtio',
        '=',
        ',',
        ';',
        'none',
        '1',
        '-',
        ':',
        '0',
        'q35',
        '%',
        '%41',
        'file',
        '__proto__',
        '/dev/x',
        'order',
        '999999999',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

test('no text ends in an exception, and what comes of it is a design', () => {
  const line = fc.tuple(keys, values).map(([key, value]) => `${key}: ${value}`)
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          line,
          line,
          fc.string(),
          fc.constantFrom('[PENDING]', '[snap]', '#%zz', 'qm create 100 --memory'),
        ),
      ),
      (lines) => {
        for (const { name, domain } of readProxmox(lines.join('\n')).vms)
          resolve({ name, spec: { libvirt: domain } }, undefined)
      },
    ),
    { numRuns: 400 },
  )
})
