import type { VmSpec } from '../../spec/index.ts'
import { plain, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

const vdb = {
  driver: { type: 'raw' },
  source: { file: '/vm/b.img' },
  target: { dev: 'vdb', bus: 'virtio' },
} as const
const vdc = { ...vdb, source: { file: '/vm/c.img' }, target: { dev: 'vdc', bus: 'virtio' } } as const
const file = { source: { file: '/srv/a.qcow2' }, driver: { type: 'qcow2' } } as const
const scsiController = { controllers: [{ type: 'scsi', index: 0, model: 'virtio-scsi' }] } as const
function iscsi(ofDisk: boolean, ofSource: boolean) {
  const auth = { username: 'me', secret_type: 'iscsi', secret_usage: 'target' } as const
  return {
    type: 'network' as const,
    driver: { type: 'raw' as const },
    ...(ofDisk ? { auth } : {}),
    source: {
      protocol: 'iscsi' as const,
      name: 'iqn.2020-01.org.example:a/1',
      hosts: [{ name: 'example.org' }],
      ...(ofSource ? { auth } : {}),
    },
    target: { dev: 'vdb', bus: 'virtio' as const },
  }
}
type Disk = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['disks']>[number]
/** A disk on virtio, with something more. */
function virtio(more: Disk): VmSpec {
  return withDevices({ disks: [{ ...file, target: { dev: 'vdb', bus: 'virtio' }, ...more }] })
}
function sata(more: Disk): VmSpec {
  return withDevices({ disks: [{ ...file, target: { dev: 'sdb', bus: 'sata' }, ...more }] })
}
const secrets = [{ type: 'passphrase', uuid: '0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f' }] as const
const secret = { type: 'passphrase', uuid: '0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f' } as const
const author = 'only the author knows it'
const sdb = { ...vdb, source: { file: '/vm/d.img' }, target: { dev: 'sdb', bus: 'sata' } } as const
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
const ide = { source: { file: '/srv/a.img' }, target: { dev: 'hda', bus: 'ide' } } as const
const data = { source: { file: '/srv/b.img' }, target: { dev: 'vdb', bus: 'virtio' } } as const
const shared = { memory_backing: { source: { type: 'memfd' }, access: { mode: 'shared' } } } as const
const overSocket = {
  type: 'vhostuser',
  source: { type: 'unix', path: '/run/disk.sock' },
  driver: { type: 'raw' },
  target: { dev: 'vdb', bus: 'virtio' },
} as const

export const cases: RuleCases = {
  'boot.both-ways': {
    triggers: withLibvirt({
      os: { boot: [{ dev: 'hd' }] },
      devices: { disks: [{ ...vdb, boot: { order: 1 } }] },
    }),
    beside: withDevices({ disks: [{ ...vdb, boot: { order: 1 } }] }),
  },
  'boot.order-twice': {
    triggers: withDevices({
      disks: [
        { ...vdb, boot: { order: 1 } },
        { ...vdc, boot: { order: 1 } },
      ],
    }),
    beside: withDevices({
      disks: [
        { ...vdb, boot: { order: 1 } },
        { ...vdc, boot: { order: 2 } },
      ],
    }),
  },
  'disk.address-kind': {
    triggers: withDevices({
      disks: [{ ...file, target: { dev: 'sdf', bus: 'sata' }, address: { type: 'pci', slot: '0x08' } }],
    }),
    beside: withDevices({
      disks: [{ ...file, target: { dev: 'sdf', bus: 'sata' }, address: { type: 'drive', unit: '5' } }],
    }),
  },
  'disk.address-twice': {
    triggers: withDevices({
      ...scsiController,
      disks: [
        { ...file, target: { dev: 'sdf', bus: 'scsi' }, address: { type: 'drive', unit: '3' } },
        {
          source: { file: '/srv/b.qcow2' },
          driver: { type: 'qcow2' },
          target: { dev: 'sdg', bus: 'scsi' },
          address: { type: 'drive', unit: '3' },
        },
      ],
    }),
    beside: withDevices({
      ...scsiController,
      disks: [
        { ...file, target: { dev: 'sdf', bus: 'scsi' }, address: { type: 'drive', unit: '3' } },
        {
          source: { file: '/srv/b.qcow2' },
          driver: { type: 'qcow2' },
          target: { dev: 'sdg', bus: 'scsi' },
          address: { type: 'drive', unit: '4' },
        },
      ],
    }),
  },
  'disk.auth-twice': {
    triggers: withDevices({ disks: [iscsi(true, true)] }),
    beside: withDevices({ disks: [iscsi(false, true)] }),
  },
  'disk.block-size': {
    triggers: virtio({ blockio: { logical_block_size: 3000 } }),
    beside: virtio({ blockio: { logical_block_size: 4096, physical_block_size: 4096 } }),
  },
  'disk.bus-only': {
    triggers: sata({ driver: { type: 'qcow2', ioeventfd: true } }),
    beside: virtio({ driver: { type: 'qcow2', ioeventfd: true } }),
  },
  'disk.bus-unsupported': {
    triggers: virtio({ target: { dev: 'xvda', bus: 'xen' } }),
    beside: virtio({}),
  },
  'disk.create': {
    triggers: withDevices({
      disks: [{ create: '10G', driver: { type: 'dmg' }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
    beside: withDevices({
      disks: [{ create: '10G', driver: { type: 'raw' }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
  },
  'disk.device-only': {
    triggers: virtio({ target: { dev: 'vdb', bus: 'virtio', tray: 'open' } }),
    beside: sata({ device: 'cdrom', target: { dev: 'sdb', bus: 'sata', tray: 'open' } }),
  },
  'disk.directory': {
    triggers: virtio({ type: 'dir', source: { dir: '/srv/share' }, driver: { type: 'fat' } }),
    beside: virtio({ type: 'dir', source: { dir: '/srv/share' }, driver: { type: 'fat' }, readonly: true }),
  },
  'disk.drive-place': {
    triggers: sata({ address: { type: 'drive', unit: '7' } }),
    beside: sata({ address: { type: 'drive', unit: '5' } }),
  },
  'disk.ejectable-bus': {
    triggers: withDevices({
      disks: [
        { device: 'cdrom', target: { dev: 'vdb', bus: 'virtio' } },
        { device: 'floppy', target: { dev: 'vdc', bus: 'virtio' } },
      ],
    }),
    beside: withDevices({
      disks: [
        { device: 'cdrom', target: { dev: 'sdb', bus: 'sata' } },
        { device: 'floppy', target: { dev: 'fda', bus: 'fdc' } },
      ],
    }),
  },
  'disk.encryption-format': {
    triggers: withDevices({
      disks: [
        {
          source: { file: '/srv/a.vmdk', encryption: { format: 'luks', secrets } },
          driver: { type: 'vmdk' },
          target: { dev: 'vdb', bus: 'virtio' },
        },
      ],
    }),
    beside: withDevices({
      disks: [
        {
          source: { file: '/srv/a.qcow2', encryption: { format: 'luks', secrets } },
          driver: { type: 'qcow2' },
          target: { dev: 'vdb', bus: 'virtio' },
        },
      ],
    }),
    noFix: 'whether the image is converted or not encrypted is for the author to say',
  },
  'disk.encryption-secret': {
    triggers: virtio({ source: { file: '/srv/a.qcow2', encryption: { format: 'luks' } } }),
    beside: virtio({ source: { file: '/srv/a.qcow2', encryption: { format: 'luks', secrets: [secret] } } }),
    noFix: author,
  },
  'disk.format-by-name': {
    triggers: withDevices({ disks: [{ ...vdb, source: { file: '/vm/b.qcow2' } }] }),
    beside: withDevices({ disks: [{ ...vdb, driver: { type: 'qcow2' }, source: { file: '/vm/b.qcow2' } }] }),
  },
  'disk.format-gone': {
    triggers: withDevices({
      disks: [
        { source: { file: '/srv/a.img' }, driver: { type: 'cow' }, target: { dev: 'vdb', bus: 'virtio' } },
      ],
    }),
    beside: withDevices({
      disks: [
        { source: { file: '/srv/a.img' }, driver: { type: 'raw' }, target: { dev: 'vdb', bus: 'virtio' } },
      ],
    }),
    noFix: 'the image has to be converted first',
  },
  'disk.format-only': {
    triggers: virtio({ driver: { type: 'raw', discard_no_unref: true }, source: { file: '/srv/a.img' } }),
    beside: virtio({ driver: { type: 'qcow2', discard_no_unref: true } }),
  },
  'disk.ide': {
    triggers: withDevices({ disks: [{ ...vdb, target: { dev: 'hdb' } }] }),
    beside: withDevices({ disks: [{ ...vdb, target: { dev: 'hdb' } }] }, { machine: 'pc' }),
  },
  'disk.inquiry-bus': {
    triggers: withDevices({ disks: [{ ...file, vendor: 'ACME', target: { dev: 'vdb', bus: 'virtio' } }] }),
    beside: withDevices({
      ...scsiController,
      disks: [{ ...file, vendor: 'ACME', target: { dev: 'sdf', bus: 'scsi' } }],
    }),
  },
  'disk.iso-as-disk': {
    triggers: withDevices({ disks: [{ ...vdb, source: { file: '/vm/install.iso' } }] }),
    beside: withDevices({
      disks: [{ ...sdb, device: 'cdrom', source: { file: '/vm/install.iso' } }],
    }),
  },
  'disk.iso-format': {
    triggers: withDevices({ disks: [{ ...sdb, device: 'cdrom', driver: { type: 'iso' } }] }),
    beside: withDevices({ disks: [{ ...sdb, device: 'cdrom' }] }),
  },
  'disk.label': { triggers: scsi({ vendor: 'TOOLONGVENDOR' }), beside: scsi({ vendor: 'QEMU' }) },
  'disk.lun': {
    triggers: withDevices({ disks: [{ ...vdb, device: 'lun', target: { dev: 'sdb', bus: 'scsi' } }] }),
    beside: withDevices({
      disks: [
        {
          type: 'block',
          device: 'lun',
          source: { dev: '/dev/disk/by-id/ata-z' },
          target: { dev: 'sdb', bus: 'scsi' },
        },
      ],
    }),
  },
  'disk.lun-bus': {
    triggers: withDevices({
      ...scsiController,
      disks: [
        {
          type: 'block',
          device: 'lun',
          driver: { type: 'raw' },
          source: { dev: '/dev/disk/by-id/ata-b' },
          target: { dev: 'vdb', bus: 'virtio' },
        },
      ],
    }),
    beside: withDevices({
      ...scsiController,
      disks: [
        {
          type: 'block',
          device: 'lun',
          driver: { type: 'raw' },
          source: { dev: '/dev/disk/by-id/ata-b' },
          target: { dev: 'sdf', bus: 'scsi' },
        },
      ],
    }),
  },
  'disk.lun-only': {
    triggers: withDevices({ disks: [{ ...file, rawio: true, target: { dev: 'vdb', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [{ ...file, target: { dev: 'vdb', bus: 'virtio' } }] }),
  },
  'disk.native-cache': {
    triggers: withDevices({ disks: [{ ...vdb, driver: { type: 'raw', io: 'native', cache: 'writeback' } }] }),
    beside: withDevices({ disks: [{ ...vdb, driver: { type: 'raw', io: 'native', cache: 'none' } }] }),
  },
  'disk.network-source': {
    triggers: network({ ...one, hosts: [] }),
    beside: network(one),
    noFix: author,
  },
  'disk.no-source': {
    triggers: withDevices({ disks: [{ target: { dev: 'vdb', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [{ device: 'cdrom', target: { dev: 'sdb', bus: 'sata' } }] }),
    noFix: 'only the author knows where the data is',
  },
  'disk.no-target': {
    triggers: withDevices({ disks: [{ source: { file: '/vm/b.img' }, driver: { type: 'raw' } }] }),
    beside: withDevices({ disks: [vdb] }),
  },
  'disk.number-twice': {
    triggers: withDevices({ disks: [vdb, { ...sdb, target: { dev: 'sdb', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [vdb, sdb] }),
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
  'disk.partition': {
    triggers: withDevices({ disks: [{ ...vdb, target: { dev: 'vdb1', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [vdb] }),
  },
  'disk.path-relative': {
    triggers: virtio({ source: { file: 'disks/a.qcow2' } }),
    beside: virtio({ source: { file: '/disks/a.qcow2' } }),
    noFix: author,
  },
  'disk.protocol-gone': {
    triggers: withDevices({
      disks: [
        {
          type: 'network',
          driver: { type: 'raw' },
          source: { protocol: 'sheepdog', name: 'a' },
          target: { dev: 'vdb', bus: 'virtio' },
        },
      ],
    }),
    beside: withDevices({
      disks: [
        {
          type: 'network',
          driver: { type: 'raw' },
          source: { protocol: 'nbd', name: 'a', hosts: [{ name: 'example.org' }] },
          target: { dev: 'vdb', bus: 'virtio' },
        },
      ],
    }),
    noFix: 'the image has to be moved first',
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
  'disk.queues': {
    triggers: withDevices({
      disks: [{ ...file, driver: { type: 'qcow2', queues: 99999 }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
    beside: withDevices({
      disks: [{ ...file, driver: { type: 'qcow2', queues: 4 }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
  },
  'disk.readonly-conflict': {
    triggers: sata({ readonly: true }),
    beside: virtio({ readonly: true }),
  },
  'disk.serial-long': {
    triggers: virtio({ serial: 'abcdefghijklmnopqrstu' }),
    beside: virtio({ serial: 'abcdefghijklmnopqrst' }),
  },
  'disk.shareable-format': {
    triggers: withDevices({ disks: [{ ...vdb, driver: { type: 'qcow2' }, shareable: true }] }),
    beside: withDevices({ disks: [{ ...vdb, shareable: true }] }),
  },
  'disk.target-name': {
    triggers: withDevices({ disks: [{ ...file, target: { dev: 'hdaxxxxxxxxxx', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [{ ...file, target: { dev: 'vdx', bus: 'virtio' } }] }),
  },
  'disk.target-twice': {
    triggers: withDevices({ disks: [vdb, { ...vdc, target: vdb.target }] }),
    beside: withDevices({ disks: [vdb, vdc] }),
  },
  'disk.throttle-both': {
    triggers: withLibvirt({
      throttlegroups: [{ group_name: 'slow', total_bytes_sec: 1000000 }],
      devices: {
        disks: [
          {
            ...file,
            iotune: { total_iops_sec: 100 },
            throttlefilters: [{ group: 'slow' }],
            target: { dev: 'vdb', bus: 'virtio' },
          },
        ],
      },
    }),
    beside: withLibvirt({
      throttlegroups: [{ group_name: 'slow', total_bytes_sec: 1000000 }],
      devices: {
        disks: [{ ...file, throttlefilters: [{ group: 'slow' }], target: { dev: 'vdb', bus: 'virtio' } }],
      },
    }),
  },
  'disk.throttle-burst': {
    triggers: virtio({ iotune: { total_bytes_sec: 100_000, total_bytes_sec_max: 10 } }),
    beside: virtio({ iotune: { total_bytes_sec: 10, total_bytes_sec_max: 100_000 } }),
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
  'disk.throttle-total': {
    triggers: virtio({ iotune: { total_bytes_sec: 1000, read_bytes_sec: 10 } }),
    beside: virtio({ iotune: { total_bytes_sec: 1000, read_iops_sec: 10 } }),
  },
  'disk.unstable-name': {
    triggers: virtio({ type: 'block', driver: { type: 'raw' }, source: { dev: '/dev/sdb' } }),
    beside: virtio({ type: 'block', driver: { type: 'raw' }, source: { dev: '/dev/disk/by-id/ata-disk' } }),
    noFix: author,
  },
  'disk.usb-empty': {
    triggers: withDevices({ disks: [{ device: 'cdrom', target: { dev: 'sdf', bus: 'usb' } }] }),
    beside: withDevices({ disks: [{ device: 'cdrom', target: { dev: 'sdf', bus: 'sata' } }] }),
  },
  'disk.vhostuser': {
    triggers: withLibvirt({ ...shared, devices: { disks: [{ ...overSocket, readonly: true }] } }),
    beside: withLibvirt({ ...shared, devices: { disks: [overSocket] } }),
  },
  'disk.web-writable': {
    triggers: network(one, { driver: { type: 'raw' } }),
    beside: network(one, { driver: { type: 'raw' }, readonly: true }),
  },
  'snapshot.name-twice': {
    triggers: { ...plain, snapshot: [{ name: 'clean' }, { name: 'clean' }] },
    beside: { ...plain, snapshot: [{ name: 'clean' }, { name: 'used' }] },
  },
  'source.not-for-this-kind': {
    triggers: {
      ...plain,
      source: { kind: 'cloud_image', url: 'https://example.org/a.qcow2', builder: 'dnf' },
    },
    beside: { ...plain, source: { kind: 'bootstrap', builder: 'dnf' } },
  },
}
