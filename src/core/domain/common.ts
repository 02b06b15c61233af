/** What many devices have: an address in the guest, a place in the boot order, the virtio driver options. */
import { attribute, child, short } from '../table/field.ts'
import { anyText, hexText, integer, oneOf, onOff, onOffText, textLike } from '../table/scalar.ts'

/** Where the guest sees the device. Manual: Device Addresses. */
export const addressShape = {
  type: attribute(
    'type',
    oneOf(
      'pci',
      'drive',
      'virtio-serial',
      'ccid',
      'usb',
      'spapr-vio',
      'ccw',
      'virtio-mmio',
      'isa',
      'dimm',
      'unassigned',
    ),
    { help: 'The kind of bus that the guest finds the device on.' },
  ),
  domain: attribute('domain', hexText, { help: 'PCI domain.' }),
  bus: attribute('bus', hexText, { help: 'PCI bus, or the number of the bus of a drive or USB device.' }),
  slot: attribute('slot', hexText, { help: 'PCI slot.' }),
  function: attribute('function', hexText, { help: 'PCI function.' }),
  multifunction: attribute('multifunction', onOff, {
    help: 'Set on function 0 when other functions of the slot are used.',
  }),
  controller: attribute('controller', hexText, { help: 'The controller that the drive or port belongs to.' }),
  target: attribute('target', hexText, { help: 'SCSI target.' }),
  unit: attribute('unit', hexText, { help: 'The unit on the bus.' }),
  port: attribute('port', textLike(/^[\da-fA-FxX.]{1,40}$/, 'a port such as 1 or 1.2'), {
    help: 'USB port, or the port of a virtio-serial controller.',
  }),
  cssid: attribute('cssid', hexText, { help: 'Channel subsystem (s390).' }),
  ssid: attribute('ssid', hexText, { help: 'Subchannel set (s390).' }),
  devno: attribute('devno', hexText, { help: 'Device number (s390).' }),
  reg: attribute('reg', hexText, { help: 'Register (spapr-vio).' }),
  iobase: attribute('iobase', hexText, { help: 'I/O port base (ISA).' }),
  irq: attribute('irq', hexText, { help: 'Interrupt (ISA).' }),
  base: attribute('base', hexText, { help: 'Guest physical base (dimm).' }),
} as const

/** `<address …/>` of any device. */
export const address = child('address', addressShape, {
  label: 'Address',
  help: 'Where the guest sees the device; libvirt picks a free place when it is not said.',
})

/** `<boot order='1'/>`. */
export const boot = short(
  'boot',
  'order',
  {
    order: attribute('order', integer({ minimum: 1 }), {
      help: 'The place in the boot order, 1 being first.',
    }),
    loadparm: attribute('loadparm', anyText, {
      help: 'Boot parameter for s390.',
      since: '3.5.0',
    }),
  },
  {
    label: 'Boot order',
    help: 'The place in the boot order, 1 being first. Not together with the boot list of the machine.',
  },
)

/** `<alias name='ua-…'/>`. */
export const alias = short(
  'alias',
  'name',
  {
    name: attribute('name', anyText, {
      help: 'Starts with ua-.',
      since: '3.9.0',
    }),
  },
  { label: 'Alias', help: 'A name of your own for the device; it has to start with ua-.', since: '3.9.0' },
)

/** Attributes of `<driver>` on every virtio device. Manual: Virtio-related options. */
export const virtioDriver = {
  iommu: attribute('iommu', onOff, {
    help: 'The device uses the IOMMU that the guest sees.',
    since: '3.5.0',
  }),
  ats: attribute('ats', onOff, { help: 'Address Translation Service for PCIe devices.', since: '3.5.0' }),
  packed: attribute('packed', onOff, { help: 'Packed virtqueues.', since: '6.3.0' }),
  page_per_vq: attribute('page_per_vq', onOff, {
    help: 'One page of notification area for each virtqueue.',
    since: '7.9.0',
  }),
} as const

/** on or off as vm.yml holds it, as text. */
export const stateText = attribute('state', onOffText, { help: 'on or off.' })
/** true or false as vm.yml holds it. */
export const state = attribute('state', onOff, { help: 'On or off.' })
