/** QEMU's names of controllers, for both directions. libvirt: `qemu_command.c`, `qemu_alias.c`. */
import type { Board, Controller } from '../../domain/index.ts'

type ControllerType = NonNullable<Controller['type']>
type Model = NonNullable<Controller['model']>
type PciModel = NonNullable<Controller['pci_model']>

export interface ControllerDriver {
  readonly type: ControllerType
  /** What libvirt calls it; undefined where the type says all. */
  readonly model?: Model
  /** What libvirt calls the device that makes a PCI controller. */
  readonly pciModel?: PciModel
}

/** Driver → what libvirt calls it. Of several drivers for one model the first is the one to write. */
export const controllerDrivers: ReadonlyMap<string, ControllerDriver> = new Map<string, ControllerDriver>([
  ['piix3-usb-uhci', { type: 'usb', model: 'piix3-uhci' }],
  ['piix4-usb-uhci', { type: 'usb', model: 'piix4-uhci' }],
  ['usb-ehci', { type: 'usb', model: 'ehci' }],
  ['ich9-usb-ehci1', { type: 'usb', model: 'ich9-ehci1' }],
  ['ich9-usb-uhci1', { type: 'usb', model: 'ich9-uhci1' }],
  ['ich9-usb-uhci2', { type: 'usb', model: 'ich9-uhci2' }],
  ['ich9-usb-uhci3', { type: 'usb', model: 'ich9-uhci3' }],
  ['vt82c686b-usb-uhci', { type: 'usb', model: 'vt82c686b-uhci' }],
  ['pci-ohci', { type: 'usb', model: 'pci-ohci' }],
  ['nec-usb-xhci', { type: 'usb', model: 'nec-xhci' }],
  ['qemu-xhci', { type: 'usb', model: 'qemu-xhci' }],
  ['lsi', { type: 'scsi', model: 'lsilogic' }],
  ['lsi53c895a', { type: 'scsi', model: 'lsilogic' }],
  ['mptsas1068', { type: 'scsi', model: 'lsisas1068' }],
  ['megasas', { type: 'scsi', model: 'lsisas1078' }],
  ['pvscsi', { type: 'scsi', model: 'vmpvscsi' }],
  ['am53c974', { type: 'scsi', model: 'am53c974' }],
  ['dc390', { type: 'scsi', model: 'dc390' }],
  ['virtio-scsi-pci', { type: 'scsi', model: 'virtio-scsi' }],
  ['virtio-scsi', { type: 'scsi', model: 'virtio-scsi' }],
  ['virtio-scsi-device', { type: 'scsi', model: 'virtio-scsi' }],
  ['virtio-scsi-pci-transitional', { type: 'scsi', model: 'virtio-transitional' }],
  ['virtio-scsi-pci-non-transitional', { type: 'scsi', model: 'virtio-non-transitional' }],
  ['virtio-serial-pci', { type: 'virtio-serial' }],
  ['virtio-serial', { type: 'virtio-serial' }],
  ['virtio-serial-device', { type: 'virtio-serial' }],
  ['virtio-serial-pci-transitional', { type: 'virtio-serial', model: 'virtio-transitional' }],
  ['virtio-serial-pci-non-transitional', { type: 'virtio-serial', model: 'virtio-non-transitional' }],
  ['ahci', { type: 'sata' }],
  ['ich9-ahci', { type: 'sata' }],
  ['usb-ccid', { type: 'ccid' }],
  ['isa-fdc', { type: 'fdc' }],
  ['nvme', { type: 'nvme' }],
  ['pci-bridge', { type: 'pci', model: 'pci-bridge', pciModel: 'pci-bridge' }],
  ['i82801b11-bridge', { type: 'pci', model: 'dmi-to-pci-bridge', pciModel: 'i82801b11-bridge' }],
  ['pcie-root-port', { type: 'pci', model: 'pcie-root-port', pciModel: 'pcie-root-port' }],
  ['ioh3420', { type: 'pci', model: 'pcie-root-port', pciModel: 'ioh3420' }],
  ['x3130-upstream', { type: 'pci', model: 'pcie-switch-upstream-port', pciModel: 'x3130-upstream' }],
  [
    'xio3130-downstream',
    { type: 'pci', model: 'pcie-switch-downstream-port', pciModel: 'xio3130-downstream' },
  ],
  ['pxb', { type: 'pci', model: 'pci-expander-bus', pciModel: 'pxb' }],
  ['pxb-pcie', { type: 'pci', model: 'pcie-expander-bus', pciModel: 'pxb-pcie' }],
  ['pcie-pci-bridge', { type: 'pci', model: 'pcie-to-pci-bridge', pciModel: 'pcie-pci-bridge' }],
])

/** The driver to write for a type and model. */
export function driverFor(type: ControllerType, model: string | undefined): string | undefined {
  return driverOf.get(type)?.get(model)
}

/** The driver that a PCI model is, which has the same name; by its role where libvirt would choose. */
export function pciDriverFor({ model, pci_model: name }: Controller): string | undefined {
  return name ?? driverFor('pci', model)
}

/** By type, then by model. */
const driverOf: ReadonlyMap<string, ReadonlyMap<string | undefined, string>> = firstOfEach()

function firstOfEach(): Map<string, Map<string | undefined, string>> {
  const found = new Map<string, Map<string | undefined, string>>()
  for (const [driver, { type, model }] of controllerDrivers) {
    const models = found.get(type) ?? new Map()
    found.set(type, models)
    if (!models.has(model)) models.set(model, driver)
  }
  return found
}

/** USB 1 controllers that serve the slow devices of an EHCI controller, and the first port that each serves. */
export const companionPorts: Readonly<Record<string, number>> = {
  'ich9-uhci1': 0,
  'ich9-uhci2': 2,
  'ich9-uhci3': 4,
}

/** Whether the machine has what `<controller>` number 0 says on its mainboard. */
export function isOnBoard(
  { board }: { readonly board: Board },
  { type, index, model }: Pick<Controller, 'type' | 'index' | 'model'>,
): boolean {
  if (type === 'pci') return model === 'pci-root' || model === 'pcie-root'
  if (type === 'sata') return board === 'q35' && index === 0
  return type === 'ide' && board === 'pc' && index === 0
}
