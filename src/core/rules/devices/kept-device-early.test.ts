import { expect, it } from 'vitest'
import { lift, readDomainXml } from '../../lift/index.ts'
import { applyChanges } from '../../spec/index.ts'
import { checkDesign } from '../index.ts'

function designOf(...args: readonly string[]) {
  const words = args.map((value) => `<qemu:arg value='${value}'/>`).join('')
  const text = `<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>a</name><memory unit='MiB'>512</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices><controller type='usb' index='0' model='qemu-xhci'/><controller type='scsi' index='0' model='virtio-scsi'><alias name='ua-hw'/></controller></devices><qemu:commandline>${words}</qemu:commandline></domain>`
  return lift(readDomainXml(text).domains[0]?.domain ?? {}, undefined)
}

function earlyIn(...args: readonly string[]) {
  return checkDesign(designOf(...args), undefined).filter(({ code }) => code === 'kept-device.early')
}

it.each([
  'usb-wacom-tablet,bus=usb.0',
  'usb-serial,bus=usb.0,port=2,chardev=c',
  'pvpanic-pci,bus=pci.1',
  'scsi-generic,bus=scsi0.0,drive=d',
  'scsi-generic,bus=ua-hw.0,drive=d',
  'virtserialport,bus=virtio-serial0.0,chardev=c',
])('%s is made too early, and in time as JSON', (device) => {
  const design = designOf('-chardev', 'null,id=c', '-device', device)
  const [found] = checkDesign(design, undefined).filter(({ code }) => code === 'kept-device.early')
  expect(found).toMatchObject({ severity: 'error' })
  const spec = applyChanges(design.spec, found?.fix?.changes ?? [])
  expect(checkDesign({ ...design, spec }, undefined).map(({ code }) => code)).not.toContain(
    'kept-device.early',
  )
  expect(spec.libvirt?.qemu_arguments?.at(-1)?.value).toMatch(/^\{"driver":/)
})

it.each([
  [['-device', 'isa-applesmc,osk=x']],
  [['-device', 'pvpanic-pci,bus=pcie.0']],
  [['-device', 'ide-hd,bus=ide.0,drive=d']],
  [['-device', 'nec-usb-xhci,id=own', '-device', 'usb-tablet,bus=own.0']],
  [['-device', '{"driver":"usb-tablet","bus":"usb.0"}']],
  [['-usbdevice', 'tablet,bus=usb.0']],
])('%j finds what it sits on', (args) => {
  expect(earlyIn(...args)).toEqual([])
})
