import { describe, expect, it, test } from 'vitest'
import type { Devices, Domain } from '../domain/index.ts'
import { formatPath } from '../finding.ts'
import type { HostFacts } from './facts.ts'
import { systemNeeds } from './system-needs.ts'

const withDevices = (devices: Devices): Domain => ({ devices })
const file = (path: string): Domain => withDevices({ disks: [{ type: 'file', source: { file: path } }] })
const block = (path: string): Domain => withDevices({ disks: [{ type: 'block', source: { dev: path } }] })

describe('what only qemu:///system has', () => {
  test.each<[string, Domain, string]>([
    [
      'a network of libvirt',
      withDevices({ interfaces: [{ type: 'user' }, { type: 'network', source: { network: 'lab' } }] }),
      'devices.interfaces[1]: the network lab',
    ],
    [
      'a bridge',
      withDevices({ interfaces: [{ type: 'bridge', source: { bridge: 'br0' } }] }),
      'devices.interfaces[0]: the bridge br0?',
    ],
    [
      'macvtap',
      withDevices({ interfaces: [{ type: 'direct', source: { dev: 'eno1' } }] }),
      'devices.interfaces[0]: macvtap on eno1',
    ],
    [
      'a tap device',
      withDevices({ interfaces: [{ type: 'ethernet' }] }),
      'devices.interfaces[0]: a tap device',
    ],
    [
      'a PCI device',
      withDevices({ hostdevs: [{ type: 'pci', source: { bus: '0x01' } }] }),
      'devices.hostdevs[0]: a PCI device passed through',
    ],
    [
      'a mediated device',
      withDevices({ hostdevs: [{ type: 'mdev' }] }),
      'devices.hostdevs[0]: a mediated device',
    ],
    [
      'a network card',
      withDevices({ interfaces: [{ type: 'hostdev' }] }),
      'devices.interfaces[0]: a network card passed through',
    ],
    ['huge pages', { memory_backing: { hugepages: {} } }, 'memory_backing.hugepages: memory in huge pages'],
    ['locked memory', { memory_backing: { locked: true } }, 'memory_backing.locked: locked memory'],
    ['limits of memory', { memtune: { hard_limit: '1G' } }, 'memtune: limits of memory'],
    ['weights', { blkiotune: { weight: 500 } }, 'blkiotune: weights of block I/O'],
    ['a quota', { cputune: { emulator_quota: 1 } }, 'cputune.emulator_quota: CPU tuning (emulator quota)'],
    [
      'a realtime priority',
      { cputune: { vcpusched: [{ vcpus: '0', scheduler: 'fifo', priority: 1 }] } },
      'cputune.vcpusched: a realtime scheduler (vcpusched)',
    ],
    [
      'a bandwidth',
      withDevices({ interfaces: [{ type: 'vhostuser', bandwidth: { inbound: { average: 1 } } }] }),
      'devices.interfaces[0].bandwidth: a bandwidth',
    ],
    [
      'a file of libvirt’s',
      file('/var/lib/libvirt/images/a.qcow2'),
      'devices.disks[0].source.file: /var/lib/libvirt/images/a.qcow2',
    ],
    ['a file of root’s', file('/root/a.qcow2'), 'devices.disks[0].source.file: /root/a.qcow2'],
    [
      'firmware’s variables',
      { os: { nvram: { value: '/var/lib/libvirt/qemu/nvram/a_VARS.fd' } } },
      'os.nvram.value: /var/lib/libvirt/qemu/nvram/a_VARS.fd',
    ],
    ['a disk of the host', block('/dev/nvme0n1'), 'devices.disks[0].source.dev: /dev/nvme0n1?'],
    [
      'its TPM',
      withDevices({ tpm: [{ backend: { type: 'passthrough', device: '/dev/tpm0' } }] }),
      'devices.tpm[0].backend.device: /dev/tpm0?',
    ],
  ])('%s', (_, domain, expected) => {
    const found = systemNeeds(domain, {}).map(
      ({ path, what, certain }) => `${formatPath(path)}: ${what}${certain ? '' : '?'}`,
    )
    expect(found).toEqual([expected])
  })

  test.each<[string, Domain, HostFacts]>([
    ['a user network', withDevices({ interfaces: [{ type: 'user' }] }), {}],
    [
      'a bridge that is allowed',
      withDevices({ interfaces: [{ type: 'bridge', source: { bridge: 'br0' } }] }),
      { bridge_allowed: ['br0'] },
    ],
    [
      'a tap device that is there',
      withDevices({ interfaces: [{ type: 'ethernet', managed: false, target: { dev: 'tap0' } }] }),
      {},
    ],
    ['a USB device', withDevices({ hostdevs: [{ type: 'usb' }] }), {}],
    ['pins', { cputune: { vcpupin: [{ vcpu: 0, cpuset: '0' }], emulatorpin: { cpuset: '1' } } }, {}],
    ['batch', { cputune: { vcpusched: [{ vcpus: '0', scheduler: 'batch' }] } }, {}],
    ['locked memory without a limit', { memory_backing: { locked: true } }, { memlock_kib: null }],
    ['a file of one’s own', file('~/vm/a.qcow2'), {}],
    ['a file in one’s home', file('/home/me/a.qcow2'), { user: { name: 'me' } }],
    ['a file elsewhere', file('/srv/vm/a.qcow2'), {}],
    ['a disk that one’s group may use', block('/dev/sdb'), { groups: ['disk'] }],
    [
      'a directory of the guest',
      withDevices({ filesystems: [{ source: { dir: '/srv/data' }, target: { dir: '/root/data' } }] }),
      {},
    ],
  ])('%s is for a session too', (_, domain, host) => {
    expect(systemNeeds(domain, host)).toEqual([])
  })

  it('is more certain the more is known', () => {
    const bridge = withDevices({ interfaces: [{ type: 'bridge', source: { bridge: 'br0' } }] })
    expect(systemNeeds(bridge, { bridge_allowed: [] })[0]?.certain).toBe(true)
    expect(systemNeeds(block('/dev/sdb'), { groups: ['users'] })[0]?.certain).toBe(true)
    expect(systemNeeds(file('/home/you/a.qcow2'), { user: { name: 'me' } })).toHaveLength(1)
    const share = withDevices({ filesystems: [{ driver: { type: 'virtiofs' }, source: { dir: '/srv' } }] })
    expect(systemNeeds(share, { libvirt: '9.0.0' })).toHaveLength(1)
    expect(systemNeeds(share, { libvirt: '10.0.0' })).toEqual([])
  })
})
