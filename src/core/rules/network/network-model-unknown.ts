import { cardNames } from '../../qemu/network/card-names.ts'
import { deviceRule } from '../support/device-rule.ts'
import { isX86 } from '../support/machine.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.model-unknown',
  title: 'A network card that QEMU does not have',
  source: 'libvirt 11.3: at the start: "\'vmxnet99\' is not a valid device model name"',
  check(card, context) {
    const model = card.model?.type
    if (model === undefined || card.type === 'hostdev' || known.has(model) || !isX86(context))
      return undefined
    return {
      at: ['model', 'type'],
      message: `QEMU has no network card ${model} for a PC. virtio is the fastest, e1000e the one for old guests.`,
      fix: { title: 'Take virtio', value: 'virtio' },
    }
  },
})

/** `-device help` of qemu-system-x86_64, network devices. */
const known: ReadonlySet<string> = new Set([
  // spapr-vlan is for POWER.
  ...[...cardNames].filter((name) => name !== 'spapr-vlan'),
  'virtio',
  'virtio-net',
  'virtio-transitional',
  'virtio-non-transitional',
  'virtio-net-pci',
  'virtio-net-pci-transitional',
  'virtio-net-pci-non-transitional',
  'virtio-net-device',
  'e1000-82540em',
  'rocker',
  'netfront',
])
