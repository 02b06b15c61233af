/** Designs that libvirt 11.3 defines and starts (seen in the lab), and of which there is nothing to say. */
import { describe, expect, test } from 'vitest'
import { allFindings } from '../check/index.ts'
import { lift, readDomainXml } from '../lift/index.ts'
import { checkDesign } from './index.ts'

interface Parts {
  readonly type?: string
  readonly head?: string
  readonly os?: string
  readonly machine?: string
  readonly devices?: string
}

function domainOf({ type = 'kvm', head = '', os = '', machine = 'q35', devices = '' }: Parts): string {
  return `<domain type='${type}'><name>works</name><memory unit='GiB'>1</memory><vcpu>1</vcpu>${head}
    <os><type arch='x86_64' machine='${machine}'>hvm</type>${os}</os><features><acpi/></features>
    <devices><graphics type='vnc'/>${devices}</devices></domain>`
}

function codesOf(xml: string): string[] {
  const { domains, findings } = readDomainXml(xml)
  return [
    ...findings,
    ...domains.flatMap(({ domain }) => checkDesign(lift(domain, undefined), undefined)),
  ].map(({ code }) => code)
}

const xhci = "<controller type='usb' index='0' model='qemu-xhci'><alias name='usb'/></controller>"

const quiet: Readonly<Record<string, Parts>> = {
  'no USB, with a master': {
    devices: "<controller type='usb' model='none'><master startport='4'/></controller>",
  },
  'no slots for memory': { head: "<maxMemory slots='0' unit='GiB'>8</maxMemory>" },
  'a card in capitals': { devices: "<interface type='user'><model type='ViRtIo'/></interface>" },
  'at least a processor that nobody knows': { head: "<cpu match='minimum'><model>foo</model></cpu>" },
  'the aliases of a dump': {
    devices: `${xhci}
      <disk type='file'><driver name='qemu' type='raw'/><source file='/srv/a.img' index='1'/>
        <target dev='sda' bus='scsi'/><alias name='scsi0-0-0-0'/></disk>
      <controller type='scsi' index='0' model='virtio-scsi'><alias name='scsi0'/></controller>
      <controller type='pci' index='0' model='pcie-root'><alias name='pcie.0'/></controller>
      <controller type='pci' index='1' model='pcie-root-port'><alias name='pci.1'/></controller>
      <serial type='pty'><alias name='serial0'/></serial>
      <console type='pty'><target type='serial' port='0'/><alias name='serial0'/></console>
      <memballoon model='virtio'><alias name='balloon0'/></memballoon>`,
  },
  'a card as a running VM has it': {
    devices: `<interface type='network'><mac address='52:54:00:01:02:03'/>
      <source network='lan' portid='2f0e1d3c-0000-4000-8000-000000000000' dev='eth0' mode='bridge'/>
      <target dev='macvtap0'/><model type='virtio'/></interface>`,
  },
  'the card virtio-net': {
    devices: "<interface type='bridge'><source bridge='lan'/><model type='virtio-net'/></interface>",
  },
  'an empty UUID': { head: '<uuid/>' },
  'SMBIOS from nowhere': { os: "<smbios mode='none'/>" },
  'zeros before the parts of a PCI address': {
    devices: `<hostdev mode='subsystem' type='pci' managed='yes'><source>
      <address domain='0x00' bus='0x004' slot='0x001f' function='0x03'/></source></hostdev>
      <memballoon model='none'/>`,
  },
  'what libvirt found for efi and wrote beside it': {
    os: `<firmware><feature enabled='no' name='secure-boot'/></firmware>
      <loader readonly='yes' type='pflash'>/usr/share/edk2/ovmf/OVMF_CODE.fd</loader>
      <nvram template='/usr/share/edk2/ovmf/OVMF_VARS.fd'>/var/lib/libvirt/qemu/nvram/works_VARS.fd</nvram>`,
  },
  'stateless firmware for SEV': {
    os: "<loader type='rom' stateless='yes'>/usr/share/edk2/ovmf/OVMF.amdsev.fd</loader>",
  },
  'a queue, a head and a port 0': {
    devices: `${xhci}<input type='tablet' bus='usb'><address type='usb' bus='0' port='0'/></input>
      <video><model type='virtio' heads='0'/></video>
      <interface type='bridge'><source bridge='lan'/><model type='virtio'/>
        <driver queues='0' rx_queue_size='0' tx_queue_size='0'/></interface>
      <disk type='file'><driver name='qemu' type='raw' queues='0' queue_size='0'/>
        <source file='/srv/b.img'/><target dev='vda' bus='virtio'/></disk>`,
  },
  'an old card on a bus that nobody says': {
    devices: `<interface type='bridge'><source bridge='lan'/><model type='e1000'/>
      <address type='pci' domain='0' bus='6' slot='3' function='0'/></interface>`,
  },
}

describe('nothing is wrong with', () => {
  test.each(Object.entries(quiet))('%s', (what, parts) => {
    const xml = domainOf(parts)
    const isForEfi = what.includes('efi')
    expect(codesOf(isForEfi ? xml.replace('<os>', "<os firmware='efi'>") : xml)).toEqual([])
  })
})

test('of a domain for another hypervisor one advice is all', () => {
  const xml = domainOf({
    type: 'bhyve',
    devices: `<disk type='file'><source file='/srv/a.img'/><target dev='xvda' bus='xen'/></disk>
      <controller type='xenbus' index='0'/><interface type='bridge'><source bridge='lan'/></interface>`,
  })
  const [domain] = readDomainXml(xml).domains
  expect(domain).toBeDefined()
  if (domain === undefined) return
  const found = allFindings(lift(domain.domain, undefined), undefined)
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['hypervisor.other', 'advice']])
})

test('aliases that libvirt replaces are one finding', () => {
  const disk = (name: string, dev: string) =>
    `<disk type='file'><source file='/srv/${dev}.img'/><target dev='${dev}' bus='virtio'/><alias name='${name}'/></disk>`
  expect(codesOf(domainOf({ devices: disk('system', 'vda') + disk('data', 'vdb') }))).toEqual([
    'alias.prefix',
  ])
})

test('the code part of UEFI as a BIOS is refused by its size alone', () => {
  const rom = (file: string) => codesOf(domainOf({ os: `<loader type='rom'>${file}</loader>` }))
  expect(rom('/opt/OVMF_CODE_4M.fd')).toEqual(['firmware.code-as-rom'])
  expect(rom('/usr/share/qemu/edk2-x86_64-code.fd')).toEqual(['firmware.code-as-rom'])
  expect(rom('/opt/ovmf_code_x64.bin')).toEqual(['firmware.settings-lost'])
})

test.each([
  ['domain.no-os', "<domain type='kvm'><name>a</name><memory>1048576</memory></domain>"],
  [
    'domain.no-os',
    "<domain type='kvm'><name>a</name><memory>1048576</memory><os><boot dev='hd'/></os></domain>",
  ],
  [
    'domain.no-name',
    "<domain type='kvm'><name/><memory>1048576</memory><os><type machine='q35'>hvm</type></os></domain>",
  ],
])('%s', (code, xml) => {
  expect(readDomainXml(xml).findings.map((finding) => finding.code)).toEqual([code])
})

test('a paravirtual Xen guest has a boot loader, and no <os>', () => {
  const xml =
    "<domain type='xen'><name>a</name><memory>1048576</memory><bootloader>/usr/bin/pygrub</bootloader></domain>"
  expect(readDomainXml(xml).findings).toEqual([])
})
