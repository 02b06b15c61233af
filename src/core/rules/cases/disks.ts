import { type RuleCases, withDevices, withLibvirt } from './case.ts'

const vdb = {
  driver: { type: 'raw' },
  source: { file: '/vm/b.img' },
  target: { dev: 'vdb', bus: 'virtio' },
} as const
const vdc = { ...vdb, source: { file: '/vm/c.img' }, target: { dev: 'vdc', bus: 'virtio' } } as const
const sdb = { ...vdb, source: { file: '/vm/d.img' }, target: { dev: 'sdb', bus: 'sata' } } as const
const port = { type: 'pci', index: 1, model: 'pcie-root-port' } as const
const pci = { type: 'pci', bus: '0x00', slot: '0x05', function: '0x0' } as const

export const diskCases: RuleCases = {
  'disk.no-target': {
    triggers: withDevices({ disks: [{ source: { file: '/vm/b.img' }, driver: { type: 'raw' } }] }),
    beside: withDevices({ disks: [vdb] }),
  },
  'disk.no-source': {
    triggers: withDevices({ disks: [{ target: { dev: 'vdb', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [{ device: 'cdrom', target: { dev: 'sdb', bus: 'sata' } }] }),
    noFix: 'only the author knows where the data is',
  },
  'disk.create': {
    triggers: withDevices({
      disks: [{ create: '10G', driver: { type: 'dmg' }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
    beside: withDevices({
      disks: [{ create: '10G', driver: { type: 'raw' }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
  },
  'disk.target-twice': {
    triggers: withDevices({ disks: [vdb, { ...vdc, target: vdb.target }] }),
    beside: withDevices({ disks: [vdb, vdc] }),
  },
  'disk.number-twice': {
    triggers: withDevices({ disks: [vdb, { ...sdb, target: { dev: 'sdb', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [vdb, sdb] }),
  },
  'disk.ide': {
    triggers: withDevices({ disks: [{ ...vdb, target: { dev: 'hdb' } }] }),
    beside: withDevices({ disks: [{ ...vdb, target: { dev: 'hdb' } }] }, { machine: 'pc' }),
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
  'disk.format-by-name': {
    triggers: withDevices({ disks: [{ ...vdb, source: { file: '/vm/b.qcow2' } }] }),
    beside: withDevices({ disks: [{ ...vdb, driver: { type: 'qcow2' }, source: { file: '/vm/b.qcow2' } }] }),
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
  'disk.native-cache': {
    triggers: withDevices({ disks: [{ ...vdb, driver: { type: 'raw', io: 'native', cache: 'writeback' } }] }),
    beside: withDevices({ disks: [{ ...vdb, driver: { type: 'raw', io: 'native', cache: 'none' } }] }),
  },
  'disk.shareable-format': {
    triggers: withDevices({ disks: [{ ...vdb, driver: { type: 'qcow2' }, shareable: true }] }),
    beside: withDevices({ disks: [{ ...vdb, shareable: true }] }),
  },
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
  'disk.partition': {
    triggers: withDevices({ disks: [{ ...vdb, target: { dev: 'vdb1', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [vdb] }),
  },
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
  'address.twice': {
    triggers: withDevices({ disks: [{ ...vdb, address: pci }], rng: [{ address: { ...pci, slot: '5' } }] }),
    beside: withDevices({ disks: [{ ...vdb, address: pci }], rng: [{ address: { ...pci, slot: '6' } }] }),
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
}
