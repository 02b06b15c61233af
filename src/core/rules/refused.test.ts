/** What libvirt 11.3 and QEMU 10.0 refuse beside what they run, seen in the lab: forms of a rule that its case does not show. */
import { expect, test } from 'vitest'
import { lift, readDomainXml } from '../lift/index.ts'
import { checkDesign, stopsStart } from './index.ts'

/** By the code: what is refused, and what runs beside it. */
interface Forms {
  readonly code: string
  readonly refused: readonly Parts[]
  readonly runs: readonly Parts[]
}

interface Parts {
  readonly arch?: string
  readonly machine?: string
  readonly vcpus?: number
  readonly os?: string
  /** What stands in <domain> beside the usual. */
  readonly head?: string
  readonly devices?: string
}

function errorsOf({ arch = 'x86_64', machine = 'pc', vcpus = 1, os = '', head = '', devices = '' }: Parts) {
  const xml = `<domain type='qemu'><name>a</name><memory unit='GiB'>1</memory><vcpu>${vcpus}</vcpu>
    <os><type arch='${arch}' ${machine === '' ? '' : `machine='${machine}'`}>hvm</type>${os}</os>${head}<devices>${devices}</devices></domain>`
  return readDomainXml(xml)
    .domains.flatMap(({ domain }) => checkDesign(lift(domain, undefined), undefined))
    .filter(stopsStart)
    .map(({ code }) => code)
}

const virt = { arch: 'aarch64', machine: 'virt' } as const
const acpi = '<features><acpi/></features>'

const tablet = (usb: string, port: number) =>
  `${usb}<input type='tablet' bus='usb'><address type='usb' bus='0' port='${port}'/></input>`
const ehci = "<controller type='usb' index='0' model='ich9-ehci1'/>"
const companion = (number: number, port: number) =>
  `<controller type='usb' index='0' model='ich9-uhci${number}'><master startport='${port}'/></controller>`

const disk = (dev: string, bus: string, driver = '', address = '') =>
  `<disk type='file'><driver name='qemu' type='raw'>${driver}</driver><source file='/srv/a.img'/><target dev='${dev}' bus='${bus}'/>${address}</disk>`
const drive = (bus: number, target: number, unit: number) =>
  `<address type='drive' controller='0' bus='${bus}' target='${target}' unit='${unit}'/>`
const controller = (type: string, more: string, bus: string, slot: string, part = '0x0') =>
  `<controller type='${type}' index='0' ${more}><address type='pci' bus='${bus}' slot='${slot}' function='${part}'/></controller>`

const all: readonly Forms[] = [
  {
    code: 'address.mainboard',
    refused: [
      { devices: controller('ide', '', '0x00', '0x02', '0x2') },
      { devices: controller('usb', '', '0x00', '0x1d', '0x2') },
      { devices: controller('usb', "model='qemu-xhci'", '0x00', '0x01', '0x1') },
      { machine: 'q35', devices: controller('sata', '', '0x00', '0x1d', '0x2') },
      { devices: "<controller type='usb' index='0'/><controller type='usb' index='0'/>" },
    ],
    runs: [
      { devices: controller('ide', '', '0x00', '0x01', '0x1') },
      { devices: controller('usb', '', '0x00', '0x01', '0x2') },
      { devices: controller('usb', "model='qemu-xhci'", '0x00', '0x05') },
      { machine: 'q35', devices: controller('sata', '', '0x00', '0x1f', '0x2') },
    ],
  },
  {
    code: 'address.slot-first',
    refused: [
      { devices: controller('usb', "model='qemu-xhci'", '0x0d', '0x00') },
      {
        devices: `<controller type='pci' index='1' model='pci-bridge'/>${controller('usb', "model='qemu-xhci'", '0x01', '0x00')}`,
      },
    ],
    runs: [
      { devices: controller('usb', "model='qemu-xhci'", '0x0d', '0x01') },
      {
        machine: 'q35',
        devices: `<controller type='pci' index='1' model='pcie-root-port'/>${controller('usb', "model='qemu-xhci'", '0x01', '0x00')}`,
      },
    ],
  },
  {
    code: 'chardev.incomplete',
    refused: [
      { devices: "<smartcard mode='passthrough'/>" },
      { devices: "<graphics type='dbus'/><channel type='dbus'><target type='virtio' name='a'/></channel>" },
    ],
    runs: [
      { devices: "<graphics type='dbus'/><redirdev bus='usb' type='dbus'/>" },
      { devices: "<smartcard mode='passthrough' type='spicevmc'/><graphics type='spice'/>" },
    ],
  },
  {
    code: 'controller.machine',
    refused: [{ machine: '', devices: "<controller type='ide' index='15'/>" }],
    runs: [{ machine: '', devices: "<controller type='ide' index='0'/>" }],
  },
  {
    code: 'cpu.gic-emulated',
    refused: [{ ...virt, vcpus: 16 }],
    runs: [
      { ...virt, vcpus: 8 },
      { ...virt, vcpus: 16, head: "<features><gic version='3'/></features>" },
    ],
  },
  {
    code: 'cpu.too-many',
    refused: [{ ...virt, vcpus: 513, head: "<features><gic version='3'/></features>" }],
    runs: [{ ...virt, vcpus: 512, head: "<features><gic version='3'/></features>" }],
  },
  {
    code: 'disk.bus-unsupported',
    refused: [{ machine: 'q35', devices: disk('sda', 'sd') }],
    runs: [{ machine: 'q35', devices: disk('vda', 'virtio') }],
  },
  {
    code: 'disk.drive-place',
    refused: [{ devices: disk('hda', 'ide', '', drive(0, 1, 0)) }],
    runs: [{ devices: disk('hda', 'ide', '', drive(1, 0, 1)) }],
  },
  {
    code: 'disk.qemu-place',
    refused: [
      { devices: disk('hda', 'ide', '', drive(2, 0, 0)) },
      { devices: disk('hda', 'ide', '', drive(0, 0, 2)) },
      { devices: disk('sda', 'sd') },
      { ...virt, devices: disk('sda', 'sd') },
    ],
    runs: [{ devices: disk('hda', 'ide', '', drive(1, 0, 1)) }, { ...virt, devices: disk('vda', 'virtio') }],
  },
  {
    code: 'firmware.other-architecture',
    refused: [
      {
        head: acpi,
        os: "<loader readonly='yes' type='pflash'>/usr/share/edk2/aarch64/QEMU_EFI-pflash.raw</loader>",
      },
      { ...virt, os: "<loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>" },
    ],
    runs: [
      { head: acpi, os: "<loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>" },
      { ...virt, os: "<loader readonly='yes' type='pflash'>/usr/share/AAVMF/AAVMF_CODE.fd</loader>" },
    ],
  },
  {
    code: 'machine.board',
    refused: [{ arch: 'aarch64', machine: 'realview-pbx-a9', head: "<cpu mode='maximum'/>" }],
    runs: [{ arch: 'aarch64', machine: 'realview-pbx-a9' }],
  },
  {
    code: 'machine.gone',
    refused: [{ arch: 'aarch64', machine: 'borzoi' }, { machine: 'pc-i440fx-2.3' }],
    runs: [{ arch: 'aarch64', machine: 'collie' }, { machine: 'pc-i440fx-2.12' }],
  },
  {
    code: 'usb.port-unknown',
    refused: [
      { devices: tablet('', 3) },
      { machine: 'q35', devices: tablet("<controller type='usb' index='0'/>", 3) },
      { devices: tablet("<controller type='usb' index='0' model='qemu-xhci'/>", 6) },
      { devices: tablet("<controller type='usb' index='0' model='qemu-xhci' ports='8'/>", 9) },
      { devices: tablet("<controller type='usb' index='0' model='ich9-ehci1'/>", 7) },
      { devices: tablet("<controller type='usb' index='0' model='pci-ohci'/>", 4) },
    ],
    runs: [
      { devices: tablet("<controller type='usb' index='0'/>", 2) },
      { devices: tablet("<controller type='usb' index='0' model='qemu-xhci'/>", 4) },
      { devices: tablet("<controller type='usb' index='0' model='qemu-xhci' ports='8'/>", 8) },
      { devices: tablet("<controller type='usb' index='0' model='ich9-ehci1'/>", 6) },
      { devices: tablet("<controller type='usb' index='0' model='pci-ohci'/>", 3) },
    ],
  },
  {
    code: 'usb.companion-place',
    refused: [
      { devices: `${ehci}${companion(1, 0)}${companion(1, 2)}` },
      { devices: `${ehci}${companion(1, 4)}${companion(2, 4)}` },
      { devices: `${ehci}${companion(1, 5)}` },
      { devices: `${ehci}${ehci}` },
    ],
    runs: [
      { devices: `${ehci}${companion(1, 0)}${companion(2, 2)}${companion(3, 4)}` },
      { devices: `${ehci}${companion(1, 1)}${companion(2, 3)}` },
    ],
  },
  {
    code: 'clock.timer',
    refused: [{ ...virt, head: "<clock offset='utc'><timer name='kvmclock' present='no'/></clock>" }],
    runs: [
      { ...virt, head: "<clock offset='utc'><timer name='tsc' present='no'/></clock>" },
      { head: "<clock offset='utc'><timer name='kvmclock' present='no'/></clock>" },
    ],
  },
  {
    code: 'vnc.port',
    refused: [{ devices: "<graphics type='vnc' autoport='no'/>" }],
    runs: [{ devices: "<graphics type='vnc'/>" }, { devices: "<graphics type='vnc' autoport='yes'/>" }],
  },
  {
    code: 'controller.twice',
    refused: [
      {
        devices: "<controller type='ide' index='0'/></devices><devices><controller type='ide' index='0'/>",
      },
    ],
    runs: [
      {
        devices: "<controller type='ide' index='0'/></devices><devices><controller type='usb' index='0'/>",
      },
    ],
  },
  {
    code: 'xml.attribute-missing',
    refused: [
      { devices: "<graphics type='spice'><image/></graphics>" },
      { devices: "<filesystem type='mount'><source/><target dir='a'/></filesystem>" },
      { devices: "<rng model='virtio'><backend>/dev/urandom</backend></rng>" },
      { devices: "<memballoon model='virtio'><address bus='0x00' slot='0x05'/></memballoon>" },
    ],
    runs: [
      { devices: "<graphics type='spice'><image compression='off'/></graphics>" },
      { devices: "<filesystem type='mount'><source dir='/srv'/><target dir='a'/></filesystem>" },
      { devices: "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>" },
      { devices: "<memballoon model='virtio'><address type='pci' bus='0x00' slot='0x05'/></memballoon>" },
    ],
  },
  {
    code: 'xml.once',
    refused: [
      { devices: "<tpm model='tpm-tis'><backend type='emulator'/><backend type='emulator'/></tpm>" },
      {
        devices:
          "<controller type='pci' index='1' model='pci-bridge'><target chassisNr='1'/><target chassisNr='2'/></controller>",
      },
      {
        devices:
          "<serial type='unix'><source mode='bind' path='/a'/><source mode='bind' path='/b'/></serial>",
      },
    ],
    runs: [
      { devices: "<tpm model='tpm-tis'><backend type='emulator'/></tpm>" },
      { devices: "<controller type='pci' index='1' model='pci-bridge'><target chassisNr='1'/></controller>" },
      {
        devices:
          "<serial type='udp'><source mode='bind' host='::1' service='1'/><source mode='connect' host='::1' service='2'/></serial>",
      },
    ],
  },
  {
    code: 'hyperv.architecture',
    refused: [{ ...virt, head: "<features><hyperv><relaxed state='on'/></hyperv></features>" }],
    runs: [{ ...virt, head: "<features><hyperv><relaxed state='off'/></hyperv></features>" }],
  },
  {
    code: 'iothread.bus',
    refused: [
      {
        head: '<iothreads>2</iothreads>',
        devices: disk('hda', 'ide', "<iothreads><iothread id='1'/></iothreads>"),
      },
    ],
    runs: [
      {
        head: '<iothreads>2</iothreads>',
        devices: disk('vda', 'virtio', "<iothreads><iothread id='1'/></iothreads>"),
      },
    ],
  },
  {
    code: 'tpm.backend-missing',
    refused: [{ devices: "<tpm model='tpm-tis'><backend type='external'/></tpm>" }],
    runs: [
      {
        devices:
          "<tpm model='tpm-tis'><backend type='external'><source type='unix' mode='connect' path='/a'/></backend></tpm>",
      },
    ],
  },
  {
    code: 'vnc.port',
    refused: [{ devices: "<graphics type='vnc' port='-1' autoport='no'/>" }],
    runs: [
      { devices: "<graphics type='vnc' port='-1' autoport='yes'/>" },
      { devices: "<graphics type='vnc' port='-1'/>" },
    ],
  },
]

test.each(all)('$code: refused', ({ code, refused }) => {
  expect(refused.map((parts) => [...new Set(errorsOf(parts))])).toEqual(refused.map(() => [code]))
})

test.each(all)('$code: runs', ({ runs }) => {
  expect(runs.map(errorsOf)).toEqual(runs.map(() => []))
})
