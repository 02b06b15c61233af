/** Each word of the admitters is found, in a VM that is right but for that. */
import { expect, test } from 'vitest'
import type { UnknownRecord } from '../../table/index.ts'
import { refusalsOf } from './admitters.ts'
import { merged, setAt, type Way } from './words/tree.ts'

const right: UnknownRecord = {
  metadata: { name: 'desk' },
  spec: {
    template: {
      spec: {
        domain: {
          cpu: { sockets: 1, cores: 2 },
          memory: { guest: '4Gi' },
          machine: { type: 'q35' },
          devices: {
            disks: [{ name: 'vda', disk: { bus: 'virtio' } }],
            interfaces: [{ name: 'net0', model: 'virtio', masquerade: {} }],
          },
        },
        networks: [{ name: 'net0', pod: {} }],
        volumes: [{ name: 'vda', dataVolume: { name: 'desk-vda' } }],
      },
    },
  },
}

const domain = ['spec', 'template', 'spec', 'domain']
const disks = [...domain, 'devices', 'disks']
const card = { name: 'net0', masquerade: {} }

function withOne(way: Way, value: unknown): UnknownRecord {
  const made: Record<string, unknown> = merged(right, {})
  setAt(made, way, value)
  return made
}

test('a VM that is right is admitted', () => {
  expect(refusalsOf(right)).toEqual([])
})

test.each<[Way, unknown, string]>([
  [['metadata', 'name'], 'Win_11', 'its name is no label of DNS.'],
  [[...domain, 'machine', 'type'], 'pc-i440fx-9.2', 'the machine pc-i440fx-9.2 is not allowed.'],
  [[...domain, 'firmware'], { bootloader: { efi: {} } }, 'secure boot needs smm.'],
  [[...domain, 'memory'], { guest: '1Gi', maxGuest: '512Mi' }, 'guest is more than maxGuest.'],
  [
    [...domain, 'memory'],
    { guest: '1025Mi', hugepages: { pageSize: '2Mi' } },
    'the memory is no multiple of its huge pages.',
  ],
  [
    [...domain, 'cpu'],
    { threads: 4, dedicatedCpuPlacement: true },
    'exclusive CPUs take at most two threads of a core.',
  ],
  [[...domain, 'cpu'], { isolateEmulatorThread: true }, 'isolateEmulatorThread needs dedicatedCpuPlacement.'],
  [[...domain, 'cpu'], { sockets: 2, maxSockets: 1 }, 'there are more sockets than maxSockets.'],
  [disks, [{ name: 'vda', disk: { bus: 'ide' } }], 'a disk is not on ide (vda).'],
  [disks, [{ name: 'vda', cdrom: { bus: 'virtio' } }], 'a cdrom is not on virtio (vda).'],
  [
    disks,
    [{ name: 'vda', disk: { bus: 'sata', readonly: true } }],
    'vda is on sata, and can’t be read-only.',
  ],
  [disks, [{ name: 'vda', cache: 'unsafe', disk: { bus: 'virtio' } }], 'unsafe is no cache (vda).'],
  [disks, [{ name: 'vda', io: 'io_uring', disk: { bus: 'virtio' } }], 'io_uring is no io (vda).'],
  [disks, [{ name: 'vdb', disk: { bus: 'virtio' } }], 'vdb has no volume.'],
  [disks, [{ name: 'vda', bootOrder: 0, disk: { bus: 'virtio' } }], 'the boot order counts from 1.'],
  [[...domain, 'devices', 'interfaces'], [card, card], 'two cards are called net0.'],
  [[...domain, 'devices', 'interfaces'], [{ ...card, model: 'vmxnet3' }], 'vmxnet3 is no card (net0).'],
  [
    ['spec', 'template', 'spec', 'networks'],
    [{ name: 'net0', multus: { networkName: 'br0' } }],
    'masquerade is for the pod’s network (net0).',
  ],
])('%s is refused', (way, value, message) => {
  expect(refusalsOf(withOne(way, value))).toContain(message)
})
