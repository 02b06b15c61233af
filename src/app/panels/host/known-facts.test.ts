import { expect, test } from 'vitest'
import type { HostFacts } from '../../core.ts'
import { knownFacts } from './known-facts.ts'

const words = (host: HostFacts) => knownFacts(host).map((fact) => `${fact.title}: ${fact.words}`)

test('nothing known is no line', () => {
  expect(knownFacts({})).toEqual([])
})

test('a host in short', () => {
  const thread = (cpu: number) => ({ cpu, socket: 0, core: cpu % 2 })
  expect(
    words({
      arch: 'x86_64',
      distro: 'debian',
      distro_version: '12',
      kernel: { release: '6.1.0' },
      libvirt: '9.0.0',
      qemu: '7.2.0',
      cpu: { model: 'A CPU', threads: [0, 1, 2, 3].map(thread), nested: true },
      numa: [
        { node: 0, memory_kib: 8 * 1024 * 1024, huge_pages: [{ size_kib: 2048, total: 512 }] },
        { node: 1, memory_kib: 8 * 1024 * 1024, huge_pages: [{ size_kib: 2048, total: 0 }] },
      ],
      iommu: false,
      programs: { virtiofsd: { path: '/usr/libexec/virtiofsd', version: '1.10.0' }, passt: null },
      firmware: [
        { path: '/a', vars: '/b', secure: true },
        { path: '/c', vars: '/d', secure: false },
      ],
      memlock_kib: null,
      kvm: false,
    }),
  ).toEqual([
    'System: debian 12, Linux 6.1.0, x86_64',
    'libvirt and QEMU: libvirt 9.0.0, QEMU 7.2.0',
    'CPU: A CPU, 2 cores, 4 threads, nested guests, KVM can not be used',
    'NUMA: 2 nodes, 16 GiB, 512 huge pages of 2 MiB',
    'IOMMU: off',
    'Firmware: 2 UEFI pairs, 1 with Secure Boot',
    'Programs: virtiofsd 1.10.0, no passt',
    'You: may lock all memory',
  ])
})
