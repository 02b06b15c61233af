import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { hostFactsSchema } from './facts.ts'
import { mergeHostFacts } from './merge-facts.ts'
import { readHostText } from './read-host-text.ts'

const samples = new URL('../../../../shared/samples/host/', import.meta.url)
const sample = (name: string) => readFileSync(new URL(name, samples), 'utf8')
const without = !existsSync(samples)

/** The first source of a paste, whose facts the schema must take. */
const only = (text: string) => {
  const { sources, findings } = readHostText(text)
  for (const { facts } of sources) expect(hostFactsSchema.safeParse(facts).error).toBeUndefined()
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(sources).toHaveLength(1)
  return sources[0]
}

const desktop = `me@box ~ $ lspci -nnk
01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GK106 [GeForce GTX 660] [10de:11c0] (rev a1)
	Subsystem: eVGA.com. Corp. Device [3842:2662]
	Kernel driver in use: nouveau
	Kernel modules: nouveau
01:00.1 Audio device [0403]: NVIDIA Corporation GK106 HDMI Audio Controller [10de:0e0b] (rev a1)
me@box ~ $ lsusb
Bus 001 Device 004: ID 046d:c52b Logitech, Inc. Unifying Receiver
Bus 001 Device 005: ID 046d:c52b Logitech, Inc. Unifying Receiver
Bus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub
[me@box ~]$ lsusb -t
/:  Bus 01.Port 1: Dev 1, Class=root_hub, Driver=xhci_hcd/14p, 480M
    |__ Port 4: Dev 3, If 0, Class=Hub, Driver=hub/4p, 480M
        |__ Port 2: Dev 4, If 0, Class=Human Interface Device, Driver=usbhid, 12M
        |__ Port 2: Dev 4, If 1, Class=Human Interface Device, Driver=usbhid, 12M
    |__ Port 5: Dev 5, If 0, Class=Human Interface Device, Driver=usbhid, 12M
something else here
# cat /etc/subgid
me:100000:65536
$ cat /etc/os-release
NAME="Arch Linux"
PRETTY_NAME="Arch Linux"
ID=arch
$ virsh version
Compiled against library: libvirt 11.3.0
Using library: libvirt 11.3.0
Using API: QEMU 11.3.0
Running hypervisor: QEMU 10.0.2
$ lscpu -e
CPU NODE SOCKET CORE L1d:L1i:L2:L3 ONLINE    MAXMHZ   MINMHZ      MHZ
  0    0      0    0 0:0:0:0          yes 5083.3979 550.0000 3400.000
  1    0      0    0 0:0:0:0          yes 5083.3979 550.0000 3400.000
  2    0      0    1 1:1:1:0           no         -        -        -
`

describe('readHostText', () => {
  it('finds each text of a paste, with prompts and noise between', () => {
    const { sources, findings } = readHostText(desktop)
    expect(sources.map(({ title, summary, position }) => `${position.line}: ${title}: ${summary}`)).toEqual([
      '2: lspci -nnk: 2 functions, 1 graphics card',
      '8: lsusb: 3 USB devices',
      '12: lsusb -t: 3 ports',
      '19: /etc/subgid: 65536 ids from 100000 for me',
      '21: /etc/os-release: Arch Linux',
      '25: versions: libvirt 11.3.0, QEMU 10.0.2',
      '30: lscpu -e: 3 CPUs, 2 cores, 1 offline',
    ])
    expect(findings).toEqual([
      {
        code: 'host.text.unread-lines',
        severity: 'advice',
        path: [],
        position: { line: 17, column: 1 },
        message: 'Not understood and left out: “something else here”.',
      },
    ])
    const { facts } = mergeHostFacts(sources.map((source) => source.facts))
    expect(hostFactsSchema.safeParse(facts).error).toBeUndefined()
    expect(facts.usb?.map(({ port }) => port)).toEqual(['1-4.2', '1-5', undefined])
    expect(facts.cpu?.threads?.[0]).toEqual({
      cpu: 0,
      socket: 0,
      core: 0,
      node: 0,
      l2: 0,
      l3: 0,
      max_mhz: 5083,
    })
    expect(facts.cpu?.threads?.[2]?.online).toBe(false)
    expect(facts).toMatchObject({ distro: 'arch', libvirt: '11.3.0', qemu: '10.0.2', user: { name: 'me' } })
  })

  it('reads Windows line ends, colours and a byte order mark', () => {
    const coloured = `\ufeff${desktop.replaceAll('\n', '\r\n').replaceAll('ID ', '\u001b[1mID \u001b[0m')}`
    expect(readHostText(coloured).sources.map(({ kind }) => kind)).toEqual(
      readHostText(desktop).sources.map(({ kind }) => kind),
    )
  })

  it('says that nothing is known, and what it knows', () => {
    for (const text of ['', 'hello', '\u0000\u0001\u0002'.repeat(1000)]) {
      const { sources, findings } = readHostText(text)
      expect(sources).toEqual([])
      expect(findings.map(({ code }) => code)).toEqual(['host.text.nothing'])
    }
  })

  it('keeps the places of findings inside a document', () => {
    const { findings, sources } = readHostText(
      '$ cat host.json\n{\n  "arch": "x86_64",\n  "distribution": "arch"\n}\n',
    )
    expect(sources).toEqual([])
    expect(findings.map(({ code, position }) => `${position?.line} ${code}`)).toEqual([
      '4 host.facts.unknown-key',
    ])
    const half = readHostText('\n<capabilities>\n  <host>\n')
    expect(half.findings[0]).toMatchObject({ code: 'host.text.unfinished', position: { line: 2 } })
    expect(readHostText('{"a": ').findings[0]).toMatchObject({ code: 'host.text.unfinished' })
    expect(readHostText('<capabilities><host></capabilities>').findings[0]?.code).toMatch(/^xml\./)
  })

  it('never throws', () => {
    const words = fc.constantFrom(
      '<device>',
      '</device>',
      '{',
      '}',
      '"',
      '\\',
      'Architecture: x',
      'IOMMU Group 1:',
      '\n',
      '01:00.0 VGA [0300]: x [10de:11c0]',
      'CPU NODE',
      ' 1 2',
      'Bus 001 Device 001: ID 1d6b:0002',
      '/:  Bus 01.Port 1: Dev 1,',
      'a:1:2',
      '# ',
      '$ ',
      '\t',
      'node 0 cpus: 1',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
        const { sources } = readHostText(parts.join(''))
        const merged = mergeHostFacts(sources.map(({ facts }) => facts)).facts
        expect(hostFactsSchema.safeParse(merged).error).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['brackets', '{\n'],
    ['quotes', '{"'],
    ['elements', '<device>\n'],
    ['prompts', '$ '],
    ['blanks', ' '],
    ['groups', 'IOMMU Group 1 '],
    ['paths', '~/'],
    ['ports', '    |__ Port 1: Dev 1,\n'],
    ['one line', 'Architecture: '],
    ['ranges', 'me:1:2\n'],
  ])('is linear in %s', (_name, unit) => {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      return busyMilliseconds(() => readHostText(text))
    }
    time(10_000)
    // Quadratic time would take minutes for a million characters.
    expect(time(1_000_000)).toBeLessThan(5000)
  })
})

describe('readers', () => {
  it('lscpu', () => {
    const source = only(`Architecture:             x86_64
CPU op-mode(s):           32-bit, 64-bit
CPU(s):                   32
Vendor ID:                AuthenticAMD
Model name:               AMD Ryzen 9 5950X 16-Core Processor
  Thread(s) per core:     2
Flags:                    fpu vme svm
L3:                       64 MiB (2 instances)
NUMA node0 CPU(s):        0-31
Vulnerability Spectre v2: Mitigation; Retpolines
`)
    expect(source?.summary).toBe('AMD Ryzen 9 5950X 16-Core Processor, 32 CPUs')
    expect(source?.facts).toMatchObject({
      arch: 'x86_64',
      cpu_vendor: 'AuthenticAMD',
      cpu: { flags: ['fpu', 'vme', 'svm'], l3_kib: 32768 },
      numa: [{ node: 0, cpus: '0-31' }],
    })
    expect(source?.facts.cpu?.threads).toHaveLength(32)
  })

  it('lscpu -J, flat and as a tree, and lscpu -e -J', () => {
    const tree = only(
      '{"lscpu":[{"field":"Architecture:","data":"aarch64","children":[{"field":"Model name:","data":"Neoverse-N1"}]}]}',
    )
    expect(tree).toMatchObject({ kind: 'lscpu-json', title: 'lscpu -J', facts: { arch: 'aarch64' } })
    expect(tree?.facts.cpu?.model).toBe('Neoverse-N1')
    const rows = only(
      '{"cpus":[{"cpu":0,"node":0,"socket":0,"core":0,"l1d:l1i:l2:l3":"0:0:0:0","online":true},{"cpu":"1","node":"0","socket":"0","core":"1","l1d:l1i:l2:l3":"1:1:1:0","online":"no"}]}',
    )
    expect(rows?.facts.cpu?.threads).toEqual([
      { cpu: 0, socket: 0, core: 0, node: 0, l2: 0, l3: 0 },
      { cpu: 1, socket: 0, core: 1, node: 0, l2: 1, l3: 0, online: false },
    ])
  })

  it('lscpu -p, whose column between node and caches has no name', () => {
    const source = only(
      '# The following is the parsable format\n# CPU,Core,Socket,Node,,L1d,L1i,L2,L3\n0,0,0,0,,0,0,0,0\n1,0,0,0,,0,0,0,0\n',
    )
    expect(source?.summary).toBe('2 CPUs, 1 core')
    expect(source?.facts.cpu?.threads?.[1]).toEqual({ cpu: 1, socket: 0, core: 0, node: 0, l2: 0, l3: 0 })
  })

  it('numactl -H', () => {
    const source = only(`available: 2 nodes (0-1)
node 0 cpus: 0 1 2 3 8
node 0 size: 16001 MB
node 0 free: 900 MB
node 1 cpus: 4 5 6 7
node 1 size: 16384 MB
node 1 free: 800 MB
node distances:
node   0   1
  0:  10  21
  1:  21  10
`)
    expect(source?.facts.numa).toEqual([
      { node: 0, cpus: '0-3,8', memory_kib: 16001 * 1024, free_kib: 900 * 1024, distances: [10, 21] },
      { node: 1, cpus: '4-7', memory_kib: 16384 * 1024, free_kib: 800 * 1024, distances: [21, 10] },
    ])
  })

  it('/proc/meminfo', () => {
    const source = only(
      'MemTotal:       32768000 kB\nMemFree:         1000000 kB\nActive(anon):      10 kB\nHugePages_Total:      16\nHugePages_Free:       15\nHugepagesize:       2048 kB\n',
    )
    expect(source?.summary).toBe('31.3 GiB, 16 huge pages')
    expect(source?.facts.numa).toEqual([
      {
        node: 0,
        memory_kib: 32768000,
        free_kib: 1000000,
        huge_pages: [{ size_kib: 2048, total: 16, free: 15 }],
      },
    ])
  })

  it('/etc/subuid: the file by its command or by grep, both when nothing says', () => {
    const range = { start: 100000, count: 65536 }
    expect(only('$ cat /etc/subuid\nme:100000:65536\n')?.facts).toEqual({
      user: { name: 'me', subuid: range },
    })
    expect(only('/etc/subgid:me:100000:65536\n')?.facts).toEqual({ user: { name: 'me', subgid: range } })
    expect(only('1000:100000:65536\n')?.facts).toEqual({ user: { uid: 1000, subuid: range, subgid: range } })
    const { findings } = readHostText('me:100000:65536\nyou:165536:65536\n')
    expect(findings.map(({ code }) => code)).toEqual([
      'host.id-ranges.several-users',
      'host.id-ranges.which-file',
    ])
  })

  it('nodedev of USB, network and mdev types, written for the project', () => {
    const { sources } = readHostText(`<device>
  <name>usb_1_4_2</name>
  <path>/sys/devices/pci0000:00/0000:00:14.0/usb1/1-4/1-4.2</path>
  <driver><name>usb</name></driver>
  <capability type='usb_device'>
    <bus>1</bus><device>4</device>
    <product id='0xc52b'>Unifying Receiver</product><vendor id='0x046d'>Logitech, Inc.</vendor>
  </capability>
</device>
<device>
  <name>net_eth0</name><parent>pci_0000_05_00_0</parent>
  <capability type='net'><interface>eth0</interface><capability type='80203'/></capability>
</device>
<device>
  <name>pci_0000_01_00_0</name><driver><name>nvidia</name></driver>
  <capability type='pci'>
    <class>0x030000</class><domain>0</domain><bus>1</bus><slot>0</slot><function>0</function>
    <product id='0x2231'>GA102</product><vendor id='0x10de'>NVIDIA Corporation</vendor>
    <capability type='virt_functions' maxCount='16'><address domain='0x0000' bus='0x01' slot='0x00' function='0x4'/></capability>
    <capability type='mdev_types'><type id='nvidia-35'><name>GRID M60-0B</name><availableInstances>16</availableInstances></type></capability>
  </capability>
</device>
<device><name>block_sda</name><capability type='storage'/></device>
`)
    expect(sources.map(({ summary }) => summary)).toEqual([
      'usb_1_4_2: Logitech, Inc. Unifying Receiver',
      'net_eth0',
      'pci_0000_01_00_0: NVIDIA Corporation GA102',
      'block_sda: nothing for a VM',
    ])
    expect(sources[0]?.facts.usb?.[0]).toMatchObject({ port: '1-4.2', vendor_id: '046d', bus: 1, device: 4 })
    expect(sources[1]?.facts.network_devices).toEqual([
      { name: 'eth0', kind: 'ethernet', pci: '0000:05:00.0' },
    ])
    expect(sources[2]?.facts.pci?.[0]).toMatchObject({
      class_code: '0300',
      driver: 'nvidia',
      sriov: { most: 16, now: 1, vfs: [{ domain: 0, bus: 1, slot: 0, function: 4 }] },
      mdev_types: [{ type: 'nvidia-35', name: 'GRID M60-0B', available: 16 }],
    })
  })

  it.skipIf(without)('every sample (needs ../shared/samples/host)', () => {
    const seen = readdirSync(samples).map((name) => {
      const source = only(sample(name))
      return `${name}: ${source?.title}: ${source?.summary}`
    })
    expect(seen).toEqual([
      'capabilities-2-sockets-dies.xml: virsh capabilities: 12 CPUs, 1 NUMA node',
      'capabilities-amd.xml: virsh capabilities: 64 CPUs, 2 NUMA nodes',
      'capabilities-small.xml: virsh capabilities: 16 CPUs, 2 NUMA nodes, 13 architectures',
      'domcapabilities-qemu10-q35.xml: virsh domcapabilities: qemu-system-x86_64, pc-q35-10.0, 38 CPU models',
      'haswell-desktop.iommu.txt: IOMMU listing: 17 functions, 13 groups, 2 graphics cards',
      'nodedev-mdev.xml: virsh nodedev-dumpxml: mdev_3627463d_b7f0_4fea_b468_f1da537d301b',
      'nodedev-sriov-pf.xml: virsh nodedev-dumpxml: pci_0000_02_00_0: Intel Corporation 82576 Gigabit Network Connection',
      'nodedev-sriov-vf.xml: virsh nodedev-dumpxml: pci_0000_02_10_7: Intel Corporation 82576 Virtual Function',
      'skylake-shared-group.iommu.txt: IOMMU listing: 4 functions, 2 groups, 1 graphics card',
    ])
  })

  it.skipIf(without)('capabilities and domcapabilities in full (needs ../shared/samples/host)', () => {
    const amd = only(sample('capabilities-amd.xml'))?.facts
    expect(amd?.cpu?.threads?.find(({ cpu }) => cpu === 44)).toEqual({
      cpu: 44,
      socket: 0,
      die: 1,
      core: 8,
      node: 0,
      l2: 8,
      l3: 2,
    })
    expect(amd?.numa?.[0]?.huge_pages).toEqual([
      { size_kib: 2048, total: 4096 },
      { size_kib: 1048576, total: 6144 },
    ])
    const small = only(sample('capabilities-small.xml'))?.facts
    expect(small).toMatchObject({
      cpu_vendor: 'GenuineIntel',
      confinement: 'selinux',
      cpu: { l3_kib: 20480 },
    })
    expect(small?.emulators?.find(({ arch }) => arch === 'x86_64')).toMatchObject({
      machines: expect.arrayContaining(['pc', 'pc-0.11']),
      domain_types: ['qemu', 'kvm'],
    })
    const words = only(sample('domcapabilities-qemu10-q35.xml'))?.facts.emulators?.[0]?.words
    expect(words?.['video']).toContain('qxl')
    expect(words?.['disk.bus']).toEqual(['fdc', 'scsi', 'virtio', 'usb', 'sata'])
    expect(words?.['graphics']).toContain('egl-headless')
    expect(words?.['tpm.model']).toEqual(['tpm-tis', 'tpm-crb'])
    expect(words?.['interface.backend']).toEqual(['default', 'passt'])
    expect(words?.['filesystem.driver']).toContain('virtiofs')
  })
})
