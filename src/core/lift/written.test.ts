/** What a text says of a design is the whole design: the Domain stays the same through YAML and links. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Domain } from '../domain/index.ts'
import { readArgv } from '../qemu/index.ts'
import { resolve } from '../resolve/index.ts'
import {
  checkSpec,
  type Design,
  decodeDesignLink,
  encodeDesignLink,
  readSpecs,
  type VmSpec,
  vmSpec,
  withoutDefaults,
  writeSpec,
} from '../spec/index.ts'
import { arbitraryValue } from '../table/arbitrary.test-helper.ts'
import { lift, liftForQemu, readDomainXml } from './index.ts'

const domainOf = (design: Design): Domain => resolve(design, undefined).domain

function throughTexts(design: Design): Domain[] {
  const fromYaml = readSpecs(writeSpec(design)).designs
  const { design: fromLink } = decodeDesignLink(encodeDesignLink(design))
  return [...fromYaml, ...(fromLink ? [fromLink] : [])].map(domainOf)
}

/** Cards that say nothing beyond what resolve would take, and others. */
const cards = [
  "<interface type='user'><model type='virtio'/></interface>",
  "<interface type='user'><model type='e1000e'/></interface>",
  "<interface type='user'><mac address='52:54:00:00:00:07'/><model type='virtio'/></interface>",
  "<interface type='bridge'><source bridge='br0'/><model type='virtio'/></interface>",
  "<interface type='network'><source network='default'/><model type='virtio'/></interface>",
]

const xmlOf = (interfaces: readonly string[]) =>
  `<domain type='kvm'><name>t</name><memory unit='MiB'>1024</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${interfaces.join('')}</devices></domain>`

describe('no card is lost', () => {
  it('of any that stand beside each other in XML', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...cards), { maxLength: 4 }), (interfaces) => {
        const [read] = readDomainXml(xmlOf(interfaces)).domains
        const design = lift(read?.domain ?? {}, undefined)
        const before = domainOf(design)
        expect(before.devices?.interfaces ?? []).toEqual(read?.domain.devices?.interfaces ?? [])
        for (const after of throughTexts(design)) expect(after).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['-nic user,model=virtio -nic bridge,br=br0,model=virtio', ['user', 'bridge']],
    [
      '-netdev user,id=a -device virtio-net-pci,netdev=a -netdev user,id=b -device e1000,netdev=b',
      ['user', 'user'],
    ],
    ['-net nic,model=virtio -net user', ['user']],
    ['-nic none', []],
  ])('of a command line with %s', (words, types) => {
    const [read] = readArgv(`qemu-system-x86_64 -M q35 -m 1G -display none ${words}`).commands
    const design = liftForQemu(read?.domain ?? {}, undefined)
    for (const domain of [domainOf(design), ...throughTexts(design)])
      expect((domain.devices?.interfaces ?? []).map(({ type }) => type)).toEqual(types)
  })
})

it('defaults that are left out make no difference to the Domain', () => {
  const { libvirt: _, ...words } = vmSpec
  const spec = arbitraryValue(words, { text: fc.constantFrom('a', '/a', '8G'), mostKeys: 6 })
  const devices = fc.record(
    {
      interfaces: fc.constantFrom([], [{ type: 'bridge', source: { bridge: 'br0' } }]),
      disks: fc.constantFrom([], [{ device: 'cdrom', target: { dev: 'sda' } }]),
      serial: fc.constant([]),
      console: fc.constant([]),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(spec, devices, (said, own) => {
      const full: VmSpec = checkSpec({ ...said, libvirt: { devices: own } }).spec
      const short = withoutDefaults(full)
      expect(domainOf({ name: 'a', spec: short })).toEqual(domainOf({ name: 'a', spec: full }))
      expect(withoutDefaults(short)).toEqual(short)
    }),
    { numRuns: 500 },
  )
})
