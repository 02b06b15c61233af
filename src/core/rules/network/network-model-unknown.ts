import { deviceRule } from '../support/device-rule.ts'
import { isX86 } from '../support/machine.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.model-unknown',
  title: 'A network card that QEMU does not have',
  source: 'libvirt 11.3: at the start: "\'vmxnet99\' is not a valid device model name"',
  *check(card, context) {
    const model = card.model?.type
    if (model === undefined || card.type === 'hostdev' || known.has(model) || !isX86(context)) return
    yield {
      at: ['model', 'type'],
      message: `QEMU has no network card ${model} for a PC. virtio is the fastest, e1000e the one for old guests.`,
      fix: { title: 'Take virtio', value: 'virtio' },
    }
  },
})

/** `-device help` of qemu-system-x86_64, network devices. */
const known: ReadonlySet<string> = new Set([
  'virtio',
  'virtio-net',
  'virtio-transitional',
  'virtio-non-transitional',
  'virtio-net-pci',
  'virtio-net-pci-transitional',
  'virtio-net-pci-non-transitional',
  'virtio-net-device',
  'e1000',
  'e1000-82540em',
  'e1000-82544gc',
  'e1000-82545em',
  'e1000e',
  'igb',
  'rtl8139',
  'ne2k_pci',
  'ne2k_isa',
  'pcnet',
  'vmxnet3',
  'tulip',
  'usb-net',
  'rocker',
  'netfront',
  'i82550',
  'i82551',
  'i82557a',
  'i82557b',
  'i82557c',
  'i82558a',
  'i82558b',
  'i82559a',
  'i82559b',
  'i82559c',
  'i82559er',
  'i82562',
  'i82801',
])
