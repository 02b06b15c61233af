import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Domain } from '../domain/index.ts'
import type { HostFacts } from './facts.ts'
import { hostSetup, type SetupStep } from './host-setup.ts'
import { hugePages } from './hugepages.ts'
import { type PciDevice, pciDeviceSchema } from './pci-device.ts'

const device = (address: string, classCode: string, deviceId: string, driver?: string): PciDevice => ({
  ...pciDeviceSchema.parse({ address, class_code: classCode, vendor_id: '10de', device_id: deviceId }),
  ...(driver === undefined ? {} : { driver }),
})
const gpu = device('0000:01:00.0', '0300', '11c0', 'nouveau')
const sound = device('0000:01:00.1', '0403', '0e0b', 'snd_hda_intel')
const otherCard = device('0000:02:00.0', '0300', '1b80', 'nouveau')
const twin = { ...gpu, address: { domain: 0, bus: 3, slot: 0, function: 0 } }

const pass = (...functions: readonly string[]): Domain => ({
  name: 'win11',
  memory: { value: '8 GiB' },
  devices: {
    hostdevs: functions.map((fn) => ({
      type: 'pci',
      source: { domain: '0x0000', bus: '0x01', slot: '0x00', function: `0x${fn}` },
    })),
  },
})
const windows = pass('0', '1')

/** Everything that a person would read. */
const print = (steps: readonly SetupStep[]) =>
  `${steps
    .map((step) =>
      [
        `== ${step.id}: ${step.title}${step.done === undefined ? '' : step.done ? ' (done)' : ' (to do)'}`,
        step.why,
        ...step.files.map(
          ({ path, content, append, mode }) =>
            `--- ${path}${append === true ? ' (add)' : ''}${mode === undefined ? '' : ` (mode ${mode})`}\n${content.trimEnd()}`,
        ),
        ...step.commands.map((command) => `# ${command}`),
      ].join('\n'),
    )
    .join('\n\n')}\n`

const two: HostFacts = { pci: [gpu, sound, otherCard], connection: 'system' }

describe('hostSetup', () => {
  it.each<readonly [string, HostFacts | undefined]>([
    [
      'arch-systemd-boot',
      { ...two, distro: 'arch', cpu_vendor: 'AuthenticAMD', boot: { loader: 'systemd-boot' } },
    ],
    ['debian-grub', { ...two, distro: 'debian', cpu_vendor: 'GenuineIntel', boot: { loader: 'grub' } }],
    ['fedora', { ...two, distro: 'fedora', cpu_vendor: 'GenuineIntel' }],
    ['nixos', { ...two, distro: 'nixos' }],
    ['opensuse', { ...two, distro: 'opensuse-tumbleweed' }],
    ['unknown', { pci: [gpu, sound, otherCard] }],
    ['twins', { ...two, distro: 'debian', pci: [gpu, sound, twin] }],
    ['twins-arch', { ...two, distro: 'arch', pci: [gpu, sound, twin] }],
    ['twins-nixos', { ...two, distro: 'nixos', pci: [gpu, sound, twin] }],
    ['limine', { ...two, distro: 'cachyos', boot: { loader: 'limine', initramfs: 'booster' } }],
    ['only-card', { ...two, distro: 'arch', pci: [gpu, sound] }],
    ['nothing-known', undefined],
  ])('for a graphics card: %s', async (name, facts) => {
    await expect(print(hostSetup(facts, windows))).toMatchFileSnapshot(`snapshots/setup-${name}.txt`)
  })

  it('needs nothing for a guest without devices of the host', () => {
    expect(hostSetup(two, { name: 'web' })).toEqual([])
    expect(hostSetup(undefined, { name: 'web' })).toEqual([])
  })

  it('says what is done', () => {
    const bound = [gpu, sound].map((one) => ({ ...one, driver: 'vfio-pci', iommu_group: 1 }))
    const steps = hostSetup({ ...two, pci: [...bound, otherCard], iommu: true }, windows)
    expect(steps.map(({ id, done }) => `${id} ${done}`)).toEqual([
      'kernel-command-line true',
      'vfio-bind true',
      'initramfs true',
    ])
  })

  it('for a session: bridge, locked memory, USB, mediated and virtual devices', async () => {
    const facts: HostFacts = {
      connection: 'session',
      user: { name: 'me' },
      memlock_kib: 8192,
      bridge_allowed: ['virbr0'],
      iommu: true,
      pci: [
        { ...device('0000:01:00.0', '0200', '10c9'), sriov: { most: 7, now: 2 } },
        {
          ...device('0000:01:00.1', '0200', '10ca'),
          physical_function: { domain: 0, bus: 1, slot: 0, function: 0 },
        },
      ],
      mdevs: [],
      usb: [{ vendor_id: '1234', product_id: 'abcd', port: '1-4.2' }],
    }
    const domain: Domain = {
      ...pass('1'),
      devices: {
        interfaces: [{ type: 'bridge', source: { bridge: 'br0' } }],
        hostdevs: [
          ...(pass('1').devices?.hostdevs ?? []),
          { type: 'usb', source: { vendor: '0x046d', product: '0xc52b' } },
          { type: 'usb', source: { bus: '1', port: '4.2' } },
          { type: 'mdev', source: { uuid: '3627463d-b7f0-4fea-b468-f1da537d301b' } },
        ],
      },
    }
    await expect(print(hostSetup(facts, domain))).toMatchFileSnapshot('snapshots/setup-session.txt')
  })

  it('switches nested virtualisation on where the module is known to forbid it', () => {
    const domain: Domain = { cpu: { features: [{ name: 'svm', policy: 'require' }] } }
    const step = (facts: HostFacts) => hostSetup(facts, domain).find(({ id }) => id === 'nested')
    expect(step({ cpu: { nested: false } })).toMatchObject({
      files: [{ path: '/etc/modprobe.d/vmwright-nested.conf', content: 'options kvm_amd nested=1\n' }],
      commands: ['modprobe -r kvm_amd', 'modprobe kvm_amd'],
    })
    expect(step({ cpu: { nested: false }, distro: 'nixos' })?.files[0]?.path).toBe(
      '/etc/nixos/configuration.nix',
    )
    expect([step({ cpu: { nested: true } }), step({})]).toEqual([undefined, undefined])
    const taken: Domain = { cpu: { features: [{ name: 'svm', policy: 'disable' }] } }
    expect(hostSetup({ cpu: { nested: false } }, taken)).toEqual([])
  })

  it('lets the client of Looking Glass into its memory, which QEMU of the system would own', () => {
    const domain: Domain = {
      devices: { shmem: [{ name: 'looking-glass', model: { type: 'ivshmem-plain' } }, { name: 'other' }] },
    }
    const linesFor = (facts: HostFacts) =>
      hostSetup(facts, domain).flatMap(({ files }) => files.map(({ path, content }) => `${path}: ${content}`))
    expect(linesFor({ connection: 'system', user: { name: 'me' } })).toEqual([
      '/etc/tmpfiles.d/10-looking-glass.conf: f /dev/shm/looking-glass 0660 me kvm -\n',
    ])
    expect(linesFor({ connection: 'system', user: { name: 'me kvm\nf /etc/x' } })).toEqual([
      '/etc/tmpfiles.d/10-looking-glass.conf: f /dev/shm/looking-glass 0660 root kvm -\n',
    ])
    expect(linesFor({ connection: 'session', user: { name: 'me' } })).toEqual([])
    expect(
      hostSetup({ connection: 'system' }, { devices: { shmem: [{ name: 'looking-glass\nx' }] } }),
    ).toEqual([])
  })

  it('writes scripts that a shell can read, whatever the guest is called', () => {
    const named = hostSetup({ ...two, pci: [gpu, sound] }, { ...windows, name: `it's "$(x)"` })
    const scripts = [...named, ...hostSetup({ ...two, pci: [gpu, sound, twin], distro: 'debian' }, windows)]
      .flatMap(({ files }) => files)
      .filter(({ content }) => content.startsWith('#!/bin/sh'))
    expect(scripts.length).toBeGreaterThan(2)
    for (const { content, path } of scripts) {
      expect(path).toMatch(/^[\w./-]+$/)
      expect(spawnSync('sh', ['-n'], { input: content }).stderr.toString()).toBe('')
    }
  })
})

describe('hugePages', () => {
  const host: HostFacts = {
    numa: [0, 1].map((node) => ({ node, huge_pages: [{ size_kib: 2048, total: 1024, free: 1000 }] })),
  }
  const guest = (more: Partial<Domain> = {}): Domain => ({
    memory: { value: '4096 MiB' },
    memory_backing: { hugepages: {} },
    ...more,
  })

  it('are counted over the host, or on the node that the memory is bound to', () => {
    expect(hugePages(host, { memory: { value: '1 GiB' } })).toBeUndefined()
    expect(hugePages(host, guest())).toEqual({
      needs: [{ sizeKib: 2048, needed: 2048, total: 2048, free: 2000, enough: false }],
      sentences: ['2048 pages of 2M of the host are needed, and only 2000 of 2048 are free.'],
      now: ['echo 2096 > /sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages'],
      kernelWords: ['hugepagesz=2M', 'hugepages=2096'],
      sysctl: 'vm.nr_hugepages = 2096\n',
    })
    const bound = hugePages(
      host,
      guest({ memory: { value: '1 GiB' }, numatune: { memory: { nodeset: '1' } } }),
    )
    expect(bound?.needs).toEqual([
      { node: 1, sizeKib: 2048, needed: 512, total: 1024, free: 1000, enough: true },
    ])
    expect(bound?.now).toEqual(['virsh allocpages --pagesize 2048 --pagecount 536 --cellno 1'])
  })

  it('are counted for each cell of the guest, in its size', () => {
    const cells = guest({
      cpu: {
        numa: [
          { id: 0, memory: '2', unit: 'GiB' },
          { id: 1, memory: '1048576' },
        ],
      },
      memory_backing: { hugepages: { size: '1G', nodeset: '0', more_pages: [{ size: '2M', nodeset: '1' }] } },
      numatune: {
        memnodes: [
          { cellid: 0, nodeset: '0' },
          { cellid: 1, nodeset: '1' },
        ],
      },
    })
    expect(hugePages(undefined, cells)).toMatchObject({
      needs: [
        { node: 0, sizeKib: 1048576, needed: 2 },
        { node: 1, sizeKib: 2048, needed: 512 },
      ],
      kernelWords: ['hugepagesz=1G', 'hugepages=2', 'hugepagesz=2M', 'hugepages=512'],
    })
  })
})
