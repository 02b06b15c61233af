import type { VmSpec } from '../../spec/index.ts'
import { type RuleCases, withDevices } from './case.ts'

type Controller = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['controllers']>[number]

function having(...controllers: Controller[]): VmSpec {
  return withDevices({ controllers })
}

const port = { type: 'pci', index: 1, model: 'pcie-root-port' } as const

export const controllerCases: RuleCases = {
  'controller.scsi-only': {
    triggers: having({ type: 'scsi', index: 0, model: 'lsilogic', driver: { queues: 4 } }),
    beside: having({ type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 4 } }),
  },
  'controller.queues': {
    triggers: having({ type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 1022 } }),
    beside: having({ type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 1021 } }),
  },
  'controller.pci-option': {
    triggers: having({ ...port, target: { bus_nr: '1' } }),
    beside: having({ ...port, target: { hotplug: false } }),
  },
  'controller.pci-model': {
    triggers: having({ ...port, pci_model: 'pci-bridge' }),
    beside: having({ ...port, pci_model: 'ioh3420' }),
  },
  'controller.pci-carrier': {
    triggers: withDevices({ controllers: [port] }, { machine: 'pc' }),
    beside: withDevices({ controllers: [port] }, { machine: 'q35' }),
  },
  'controller.machine': {
    triggers: withDevices({ controllers: [{ type: 'ide', index: 0 }] }, { machine: 'q35' }),
    beside: withDevices({ controllers: [{ type: 'ide', index: 0 }] }, { machine: 'pc' }),
  },
  'controller.model-unknown': {
    triggers: having({ type: 'scsi', index: 0, model: 'buslogic' }),
    beside: having({ type: 'scsi', index: 0, model: 'lsilogic' }),
  },
  'controller.chassis-twice': {
    triggers: having(
      { ...port, target: { chassis: '1' } },
      { ...port, index: 2, target: { chassis: '0x1' } },
    ),
    beside: having({ ...port, target: { chassis: '1' } }, { ...port, index: 2, target: { chassis: '0x2' } }),
  },
  'controller.number-range': {
    triggers: having({ ...port, target: { chassis: '256' } }),
    beside: having({ ...port, target: { chassis: '255' } }),
  },
  'usb.ports-model': {
    triggers: having({ type: 'usb', index: 0, model: 'piix3-uhci', ports: 2 }),
    beside: having({ type: 'usb', index: 0, model: 'qemu-xhci', ports: 2 }),
  },
}
