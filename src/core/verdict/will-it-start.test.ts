import { expect, test } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import { type Design, readSpecs } from '../spec/index.ts'
import { type StartVerdict, startWayNames, willItStart } from './index.ts'

const one = (text: string): Design => readSpecs(`vms:\n${text}`).designs[0] ?? { name: '', spec: {} }

const server = one(`  web:
    source: { kind: cloud_image, url: https://example.org/it.qcow2 }
    ram: 2G
    ssh: { port: 2222 }`)

const desk = one(`  desk:
    firmware: uefi-secure
    network: { mode: bridge, bridge: br0 }
    libvirt:
      type: kvm
      devices:
        disks:
          - { source: { file: '/srv/it''s.qcow2' }, target: { dev: vda, bus: virtio } }
        interfaces:
          - { type: network, source: { network: default } }
        hostdevs:
          - { type: pci, source: { bus: '0x01', slot: '0x00', function: '0x0' } }
        filesystems: [{ driver: virtiofs, source: /srv, target: srv }]
        tpm: [{ model: tpm-crb, backend: { type: emulator, version: '2.0' } }]`)

const everything: HostFacts = {
  arch: 'x86_64',
  distro: 'arch',
  libvirt: '11.3.0',
  qemu: '10.0.0',
  connection: 'session',
  kvm: true,
  programs: { passt: { path: '/usr/bin/passt' } },
}

/** A host of which all is known, and which has nothing. */
const nothing: HostFacts = {
  arch: 'x86_64',
  kvm: false,
  programs: { passt: null, swtpm: null, virtiofsd: null, 'qemu-bridge-helper': null },
  networks: [],
  network_devices: [],
  pci: [],
}

/** A host whose second card goes to the guest. */
const twoCards: HostFacts = {
  arch: 'x86_64',
  distro: 'arch',
  cpu_vendor: 'GenuineIntel',
  connection: 'system',
  kernel: { command_line: 'quiet' },
  pci: [
    card('00', '8086', '0412', 'Intel Corporation Xeon E3-1200 v3', 'i915', 1),
    card('01', '10de', '11c0', 'NVIDIA Corporation GK106 [GeForce GTX 660]', 'nouveau', 13),
  ],
}

function card(bus: string, vendor: string, device: string, name: string, driver: string, group: number) {
  return {
    address: { domain: 0, bus: Number.parseInt(bus, 16), slot: 0, function: 0 },
    class_code: '0300',
    class_name: 'VGA compatible controller',
    name,
    vendor_id: vendor,
    device_id: device,
    driver,
    iommu_group: group,
  }
}

/** Everything that a person would read. */
const print = (verdicts: readonly StartVerdict[]) =>
  verdicts
    .map(({ way, words, steps }) =>
      [
        `== ${startWayNames[way]}: ${words}`,
        ...steps.flatMap(({ state, what, fix, commands, ask }) => [
          `[${state}] ${what}`,
          ...(fix === undefined ? [] : [`    fix: ${fix.title}`]),
          ...commands.map((command) => `    # ${command}`),
          ...(ask === undefined ? [] : [`    ? ${ask}`]),
        ]),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n')

test.each<readonly [string, Design, HostFacts | undefined]>([
  ['server-on-any-host', server, undefined],
  ['server-on-its-host', server, everything],
  ['desk-on-any-host', desk, undefined],
  ['desk-on-bare-host', desk, nothing],
])('the verdicts of %s', async (name, design, host) => {
  await expect(print(willItStart(design, host))).toMatchFileSnapshot(`expected/${name}.txt`)
})

test('a step names the device and the file that it is about, and leads to that device', () => {
  const system = willItStart(desk, twoCards).find(({ way }) => way === 'libvirt-system')
  const step = system?.steps.find(({ what }) => what.startsWith('Bind the graphics card'))
  expect(step).toMatchObject({
    state: 'to do',
    path: ['libvirt', 'devices', 'hostdevs', 0],
    commands: ['sudo sh host-setup.sh'],
  })
  expect(step?.what).toContain(' For 0000:01:00.0 GeForce GTX 660. ')
  expect(step?.what).toMatch(/It writes \/etc\/modprobe\.d\/vfio\.conf\.$/)
})

test('where the host has everything the answer is yes, and what was looked for is ticked', () => {
  const [session] = willItStart(server, everything)
  expect(session?.answer).toBe('yes')
  expect(session?.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
})

test('what the host is known to lack is never missing from the list: a rule says it', () => {
  for (const { way, answer, steps } of willItStart(desk, nothing)) {
    expect(answer).toBe('no')
    const codes = steps.filter(({ state }) => state === 'wrong').map(({ code }) => code)
    expect(codes, way).toEqual(
      expect.arrayContaining(['host.kvm-missing', 'host.program-missing', 'host.bridge']),
    )
  }
})

test('a domain of another hypervisor is told apart', () => {
  const verdicts = willItStart({ name: 'xen', spec: { libvirt: { type: 'xen' } } }, undefined)
  expect(verdicts.map(({ answer, steps }) => [answer, steps.length])).toEqual([
    ['no', 1],
    ['no', 1],
    ['no', 1],
  ])
})
