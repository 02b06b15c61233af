import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultHost, hostFactsSchema } from './facts.ts'
import { hostPaths } from './host-paths.ts'
import { readHostFacts } from './read-facts.ts'

const sample = new URL('../../../../shared/samples/vm/host-linux.json', import.meta.url)

const said = (text: string) =>
  readHostFacts(text).findings.map(
    ({ position, code, message }) => `${position?.line}:${position?.column} ${code}: ${message}`,
  )

const full = {
  arch: 'x86_64',
  distro: 'debian',
  distro_version: '12',
  cpu_vendor: 'AuthenticAMD',
  libvirt: '11.3.0',
  qemu: '10.0',
  connection: 'system',
  user: {
    name: 'ada',
    uid: 1001,
    gid: 100,
    subuid: { start: 200000, count: 65536 },
    subgid: { start: 200000, count: 65536 },
  },
  ssh_public_key: 'ssh-ed25519 AAAA ada@example',
  firmware: [{ path: '/fw/CODE.fd', vars: '/fw/VARS.fd', secure: true, arch: 'x86_64', format: 'raw' }],
  paths: { state_dir: '/srv/{name}', disk: '{state_dir}/d', seed: '{state_dir}/s', nvram: '{state_dir}/n' },
  pci: [
    {
      address: '0000:01:00.0',
      class_code: '0300',
      class_name: 'VGA compatible controller',
      name: 'Acme',
      vendor_id: '10DE',
      device_id: '11c0',
      revision: 'a1',
      iommu_group: 13,
      driver: 'vfio-pci',
      modules: ['nouveau'],
      subsystem: 'Acme [1234:5678]',
    },
  ],
  usb: [
    {
      bus: 1,
      device: 4,
      port: '1-4.2',
      vendor_id: '046d',
      product_id: 'c52b',
      name: 'Receiver',
      serial: '1',
    },
  ],
  pci_groups: [{ address: '0000:01:00.0', iommu_group: 1 }],
  usb_ports: [{ bus: 1, device: 4, port: '1-4.2' }],
  mdevs: [
    { uuid: '3627463d-b7f0-4fea-b468-f1da537d301b', type: 'mtty-1', parent: '0000:01:00.0', iommu_group: 12 },
  ],
  numa: [
    {
      node: 0,
      cpus: '0-7',
      memory_kib: 1048576,
      free_kib: 4096,
      huge_pages: [{ size_kib: 2048, total: 8, free: 7 }],
      distances: [10],
    },
  ],
  hugetlbfs: [{ path: '/dev/hugepages', size_kib: 2048 }],
  kernel: { release: '6.12.1', command_line: 'quiet iommu=pt' },
  boot: { loader: 'grub', initramfs: 'dracut', uefi: true },
  cpu: {
    model: 'AMD Ryzen 9 5950X 16-Core Processor',
    flags: ['svm'],
    nested: true,
    l3_kib: 32768,
    threads: [
      { cpu: 0, socket: 0, die: 0, core: 0, node: 0, l2: 0, l3: 0, kind: 'performance', max_mhz: 5083 },
    ],
  },
  iommu: true,
  render_nodes: [{ path: '/dev/dri/renderD128', pci: '0000:01:00.0' }],
  block_devices: [
    {
      path: '/dev/disk/by-id/x',
      name: 'sda',
      size_bytes: 512,
      model: 'X',
      pci: '0000:00:17.0',
      mounts: ['/'],
    },
  ],
  network_devices: [
    {
      name: 'eth0',
      kind: 'ethernet',
      bridge: 'br0',
      pci: '0000:05:00.0',
      mac: '52:54:00:12:34:56',
      default_route: true,
    },
  ],
  networks: [{ name: 'default', active: true, autostart: true, at: 'virbr0' }],
  pools: [{ name: 'default', active: true, autostart: true, at: '/var/lib/libvirt/images' }],
  emulators: [
    {
      arch: 'x86_64',
      path: '/usr/bin/qemu-system-x86_64',
      machines: ['q35'],
      words: { video: ['virtio'] },
      cpu_models: ['EPYC'],
      domain_types: ['kvm'],
    },
  ],
  programs: { swtpm: { path: '/usr/bin/swtpm', version: '0.7.1' }, passt: null },
  bridge_allowed: ['br0'],
  groups: ['libvirt'],
  memlock_kib: null,
  confinement: 'apparmor',
  kvm: true,
  unread: ['IOMMU groups: no /sys/kernel/iommu_groups'],
}

describe('readHostFacts', () => {
  it('reads every key, and an empty file', () => {
    const { facts, findings } = readHostFacts(JSON.stringify(full))
    expect(findings).toEqual([])
    const pci = [{ ...full.pci[0], address: { domain: 0, bus: 1, slot: 0, function: 0 }, vendor_id: '10de' }]
    expect(facts).toEqual({ ...full, pci })
    expect(Object.keys(full).sort()).toEqual(Object.keys(hostFactsSchema.shape).sort())
    expect(readHostFacts('{}')).toEqual({ facts: {}, findings: [] })
  })

  it('reads again what was kept of it', () => {
    const { facts } = readHostFacts(JSON.stringify(full))
    expect(readHostFacts(JSON.stringify(facts)).facts).toEqual(facts)
  })

  it('says where the JSON ends being JSON', () => {
    expect(said('{\n  "arch": "x86_64",\n}')).toEqual([
      '3:1 json.syntax: The comma before } must go: JSON ends a map without one.',
    ])
  })

  it('names unknown keys with the nearest known one', () => {
    expect(
      said('{\n  "distribution": 1,\n  "user": { "gidd": 1 },\n  "pci": [{ "adress": "01:00.0" }]\n}'),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^2:3 host.facts.unknown-key: HostFacts knows no key "distribution": known are arch, /,
        ),
        '3:13 host.facts.unknown-key: user knows no key "gidd": did you mean "gid"?',
        '4:13 host.facts.unknown-key: pci[0] knows no key "adress": did you mean "address"?',
      ]),
    )
    expect(said('{"__proto__": {}}')[0]).toMatch(/^1:2 host.facts.unknown-key/)
  })

  it('says what a value must be', () => {
    const text = `{
  "arch": "",
  "libvirt": "eleven",
  "connection": "remote",
  "user": { "uid": "1000", "gid": -1, "subuid": { "start": 1 } },
  "firmware": {},
  "pci": [{ "address": "1:0", "class_code": "0300", "vendor_id": "10de", "device_id": "x" }, { "address": 5 }]
}`
    expect(said(text)).toMatchInlineSnapshot(`
      [
        "2:11 host.facts.invalid: arch must not be empty.",
        "3:14 host.facts.invalid: libvirt must be a version in numbers like 11.3.0.",
        "4:17 host.facts.invalid: connection must be one of "session", "system".",
        "5:20 host.facts.invalid: user.uid must be a number.",
        "5:35 host.facts.invalid: user.gid must be at least 0.",
        "5:49 host.facts.invalid: user.subuid.count is missing.",
        "6:15 host.facts.invalid: firmware must be a list in [ ].",
        "7:24 host.facts.invalid: pci[0].address must be a PCI address like 0000:01:00.0.",
        "7:87 host.facts.invalid: pci[0].device_id must be four hexadecimal digits like 10de.",
        "7:107 host.facts.invalid: pci[1].address must be a PCI address like "0000:01:00.0".",
        "7:94 host.facts.invalid: pci[1].class_code is missing.",
        "7:94 host.facts.invalid: pci[1].vendor_id is missing.",
        "7:94 host.facts.invalid: pci[1].device_id is missing.",
      ]
    `)
    expect(said('[]')).toEqual(['1:1 host.facts.invalid: HostFacts must be a map in { }.'])
  })

  it.skipIf(!existsSync(sample))('reads the sample host (needs ../shared/samples/vm)', () => {
    const { facts, findings } = readHostFacts(readFileSync(sample, 'utf8'))
    expect(findings).toEqual([])
    expect(facts).toMatchObject({ distro: 'arch', user: { subuid: { start: 100000, count: 65536 } } })
    expect(hostPaths(facts, 'dev').nvram).toBe('/home/me/.local/share/vmwright/dev/dev_VARS.fd')
  })
})

describe('hostPaths', () => {
  it('fills the default templates', () => {
    const wanted = {
      stateDir: '~/.local/share/vmwright/web',
      disk: '~/.local/share/vmwright/web/disk.qcow2',
      seed: '~/.local/share/vmwright/web/seed.iso',
      nvram: '~/.local/share/vmwright/web/web_VARS.fd',
    }
    expect(hostPaths(undefined, 'web')).toEqual(wanted)
    expect(hostPaths({}, 'web')).toEqual(wanted)
    expect(hostPaths(defaultHost, 'web')).toEqual(wanted)
  })

  it('takes each template that the host names', () => {
    expect(hostPaths({ paths: { disk: '/pool/{name}.qcow2' } }, 'web')).toMatchObject({
      disk: '/pool/web.qcow2',
      seed: '~/.local/share/vmwright/web/seed.iso',
    })
  })

  it('fills a name in as it is', () => {
    expect(hostPaths({ paths: { state_dir: '/s/{name}/{other}' } }, '$&{state_dir}').disk).toBe(
      '/s/$&{state_dir}/{other}/disk.qcow2',
    )
  })
})
