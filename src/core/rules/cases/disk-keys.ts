import type { VmSpec } from '../../spec/index.ts'
import { type RuleCases, withDevices, withLibvirt } from './case.ts'

type Disk = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['disks']>[number]

const file = { source: { file: '/srv/a.qcow2' }, driver: { type: 'qcow2' } } as const
const author = 'only the author knows it'

/** A disk on virtio, with something more. */
function virtio(more: Disk): VmSpec {
  return withDevices({ disks: [{ ...file, target: { dev: 'vdb', bus: 'virtio' }, ...more }] })
}

function sata(more: Disk): VmSpec {
  return withDevices({ disks: [{ ...file, target: { dev: 'sdb', bus: 'sata' }, ...more }] })
}

function scsi(more: Disk): VmSpec {
  return withDevices({
    controllers: [{ type: 'scsi', index: 0, model: 'virtio-scsi' }],
    disks: [{ ...file, target: { dev: 'sdb', bus: 'scsi' }, ...more }],
  })
}

/** A disk over the network. */
function network(source: NonNullable<Disk['source']>, more: Disk = {}): VmSpec {
  return virtio({ type: 'network', driver: { type: 'qcow2' }, source, ...more })
}

const one = { protocol: 'https', name: 'a.qcow2', hosts: [{ name: 'example.org', port: 443 }] } as const
const secret = { type: 'passphrase', uuid: '0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f' } as const
const shared = { memory_backing: { source: { type: 'memfd' }, access: { mode: 'shared' } } } as const
const overSocket = {
  type: 'vhostuser',
  source: { type: 'unix', path: '/run/disk.sock' },
  driver: { type: 'raw' },
  target: { dev: 'vdb', bus: 'virtio' },
} as const

export const diskKeyCases: RuleCases = {
  'disk.bus-only': {
    triggers: sata({ driver: { type: 'qcow2', ioeventfd: true } }),
    beside: virtio({ driver: { type: 'qcow2', ioeventfd: true } }),
  },
  'disk.device-only': {
    triggers: virtio({ target: { dev: 'vdb', bus: 'virtio', tray: 'open' } }),
    beside: sata({ device: 'cdrom', target: { dev: 'sdb', bus: 'sata', tray: 'open' } }),
  },
  'disk.readonly-conflict': {
    triggers: sata({ readonly: true }),
    beside: virtio({ readonly: true }),
  },
  'disk.format-only': {
    triggers: virtio({ driver: { type: 'raw', discard_no_unref: true }, source: { file: '/srv/a.img' } }),
    beside: virtio({ driver: { type: 'qcow2', discard_no_unref: true } }),
  },
  'disk.directory': {
    triggers: virtio({ type: 'dir', source: { dir: '/srv/share' }, driver: { type: 'fat' } }),
    beside: virtio({ type: 'dir', source: { dir: '/srv/share' }, driver: { type: 'fat' }, readonly: true }),
  },
  'disk.bus-unsupported': {
    triggers: virtio({ target: { dev: 'xvda', bus: 'xen' } }),
    beside: virtio({}),
  },
  'disk.drive-place': {
    triggers: sata({ address: { type: 'drive', unit: '7' } }),
    beside: sata({ address: { type: 'drive', unit: '5' } }),
  },
  'address.controller-range': {
    triggers: sata({ address: { type: 'drive', controller: '1024' } }),
    beside: sata({ address: { type: 'drive', controller: '1023' } }),
  },
  'disk.block-size': {
    triggers: virtio({ blockio: { logical_block_size: 3000 } }),
    beside: virtio({ blockio: { logical_block_size: 4096, physical_block_size: 4096 } }),
  },
  'disk.throttle-burst': {
    triggers: virtio({ iotune: { total_bytes_sec: 100_000, total_bytes_sec_max: 10 } }),
    beside: virtio({ iotune: { total_bytes_sec: 10, total_bytes_sec_max: 100_000 } }),
  },
  'disk.throttle-total': {
    triggers: virtio({ iotune: { total_bytes_sec: 1000, read_bytes_sec: 10 } }),
    beside: virtio({ iotune: { total_bytes_sec: 1000, read_iops_sec: 10 } }),
  },
  'disk.encryption-secret': {
    triggers: virtio({ source: { file: '/srv/a.qcow2', encryption: { format: 'luks' } } }),
    beside: virtio({ source: { file: '/srv/a.qcow2', encryption: { format: 'luks', secrets: [secret] } } }),
    noFix: author,
  },
  'disk.vhostuser': {
    triggers: withLibvirt({ ...shared, devices: { disks: [{ ...overSocket, readonly: true }] } }),
    beside: withLibvirt({ ...shared, devices: { disks: [overSocket] } }),
  },
  'disk.network-source': {
    triggers: network({ ...one, hosts: [] }),
    beside: network(one),
    noFix: author,
  },
  'disk.web-writable': {
    triggers: network(one, { driver: { type: 'raw' } }),
    beside: network(one, { driver: { type: 'raw' }, readonly: true }),
  },
  'disk.label': { triggers: scsi({ vendor: 'TOOLONGVENDOR' }), beside: scsi({ vendor: 'QEMU' }) },
  'disk.serial-long': {
    triggers: virtio({ serial: 'abcdefghijklmnopqrstu' }),
    beside: virtio({ serial: 'abcdefghijklmnopqrst' }),
  },
  'disk.path-relative': {
    triggers: virtio({ source: { file: 'disks/a.qcow2' } }),
    beside: virtio({ source: { file: '/disks/a.qcow2' } }),
    noFix: author,
  },
  'disk.nvme-namespace': {
    triggers: virtio({
      type: 'nvme',
      driver: { type: 'raw' },
      source: { type: 'pci', managed: true, address: { domain: '0', bus: '1', slot: '0', function: '0' } },
    }),
    beside: virtio({
      type: 'nvme',
      driver: { type: 'raw' },
      source: {
        type: 'pci',
        managed: true,
        namespace: 1,
        address: { domain: '0', bus: '1', slot: '0', function: '0' },
      },
    }),
  },
  'disk.unstable-name': {
    triggers: virtio({ type: 'block', driver: { type: 'raw' }, source: { dev: '/dev/sdb' } }),
    beside: virtio({ type: 'block', driver: { type: 'raw' }, source: { dev: '/dev/disk/by-id/ata-disk' } }),
    noFix: author,
  },
}
