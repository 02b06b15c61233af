import { type RuleCases, withDevices, withLibvirt } from './case.ts'

const file = { source: { file: '/srv/a.qcow2' }, driver: { type: 'qcow2' } } as const
const secrets = [{ type: 'passphrase', uuid: '0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f' }] as const
const scsi = { controllers: [{ type: 'scsi', index: 0, model: 'virtio-scsi' }] } as const

export const diskLimitCases: RuleCases = {
  'disk.queues': {
    triggers: withDevices({
      disks: [{ ...file, driver: { type: 'qcow2', queues: 99999 }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
    beside: withDevices({
      disks: [{ ...file, driver: { type: 'qcow2', queues: 4 }, target: { dev: 'vdb', bus: 'virtio' } }],
    }),
  },
  'disk.address-twice': {
    triggers: withDevices({
      ...scsi,
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
      ...scsi,
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
  'disk.address-kind': {
    triggers: withDevices({
      disks: [{ ...file, target: { dev: 'sdf', bus: 'sata' }, address: { type: 'pci', slot: '0x08' } }],
    }),
    beside: withDevices({
      disks: [{ ...file, target: { dev: 'sdf', bus: 'sata' }, address: { type: 'drive', unit: '5' } }],
    }),
  },
  'disk.usb-empty': {
    triggers: withDevices({ disks: [{ device: 'cdrom', target: { dev: 'sdf', bus: 'usb' } }] }),
    beside: withDevices({ disks: [{ device: 'cdrom', target: { dev: 'sdf', bus: 'sata' } }] }),
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
  'disk.auth-twice': {
    triggers: withDevices({ disks: [iscsi(true, true)] }),
    beside: withDevices({ disks: [iscsi(false, true)] }),
  },
  'disk.inquiry-bus': {
    triggers: withDevices({ disks: [{ ...file, vendor: 'ACME', target: { dev: 'vdb', bus: 'virtio' } }] }),
    beside: withDevices({
      ...scsi,
      disks: [{ ...file, vendor: 'ACME', target: { dev: 'sdf', bus: 'scsi' } }],
    }),
  },
  'disk.target-name': {
    triggers: withDevices({ disks: [{ ...file, target: { dev: 'hdaxxxxxxxxxx', bus: 'virtio' } }] }),
    beside: withDevices({ disks: [{ ...file, target: { dev: 'vdx', bus: 'virtio' } }] }),
  },
  'disk.lun-bus': {
    triggers: withDevices({
      ...scsi,
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
      ...scsi,
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
}

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
