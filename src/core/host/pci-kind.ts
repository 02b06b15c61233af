/**
 * What a PCI function is, and whether it can go to a guest, from its class code alone.
 * Codes: the PCI class list of pci.ids (https://pci-ids.ucw.cz), printed by `lspci -nn` in the first brackets.
 */
import { ownValue } from '../text/index.ts'
import type { PciDevice } from './pci-device.ts'

/** What the page draws and sorts by. */
export type PciKind = 'gpu' | 'audio' | 'network' | 'nvme' | 'storage' | 'usb-controller' | 'bridge' | 'other'

/** Whether a function can be given to a guest; when not, a sentence that says why. */
export type PciAssignability =
  | { readonly assignable: true }
  | { readonly assignable: false; readonly reason: string }

const kindsByClass: Readonly<Record<string, PciKind>> = {
  '0108': 'nvme',
  '0401': 'audio',
  '0403': 'audio',
  '0c03': 'usb-controller',
}

const kindsByBaseClass: Readonly<Record<string, PciKind>> = {
  '01': 'storage',
  '02': 'network',
  '03': 'gpu',
  '06': 'bridge',
  // Wireless controllers (Bluetooth, WWAN); Wi-Fi cards mostly say 0280.
  '0d': 'network',
}

/** Classes that stay with the host, with the reason that the page shows. */
const hostOnly: Readonly<Record<string, string>> = {
  '0500': 'This memory belongs to the chipset, and the host needs it.',
  '0580': 'This memory controller belongs to the chipset, and the host needs it.',
  '0600': 'A host bridge joins the processor to PCI; it stays with the host.',
  '0601':
    'The ISA bridge carries the firmware, the clock and the legacy devices of the mainboard; it stays with the host.',
  '0604':
    'A PCI bridge carries the devices behind it; it stays with the host, and those devices can go without it.',
  '0607': 'A CardBus bridge carries the cards behind it; it stays with the host.',
  '0609':
    'A PCI bridge carries the devices behind it; it stays with the host, and those devices can go without it.',
  '0780': 'The management engine of the mainboard talks through this; it stays with the host.',
  '0800': 'The interrupt controller of the mainboard stays with the host.',
  '0801': 'The DMA controller of the mainboard stays with the host.',
  '0802': 'The timer of the mainboard stays with the host.',
  '0803': 'The clock of the mainboard stays with the host.',
  '0806': 'The IOMMU is what makes passing devices possible; it stays with the host.',
  '0c05': 'The SMBus reads the sensors and memory modules of the mainboard; it stays with the host.',
}

/** What a function with this class code is. */
export function pciKind(classCode: string): PciKind {
  const code = classCode.toLowerCase()
  return ownValue(kindsByClass, code) ?? ownValue(kindsByBaseClass, code.slice(0, 2)) ?? 'other'
}

/**
 * Whether a function of this class can be given to a guest. What its IOMMU group adds is in `iommuGroups`; what the
 * host does with the device now (boot disk, only GPU) a listing does not say.
 */
export function pciAssignability(device: Pick<PciDevice, 'class_code'>): PciAssignability {
  const code = device.class_code.toLowerCase()
  const reason = ownValue(hostOnly, code)
  if (reason !== undefined) return { assignable: false, reason }
  if (pciKind(code) === 'bridge') return { assignable: false, reason: 'A bridge stays with the host.' }
  return { assignable: true }
}

/**
 * True when a function that stays with the host keeps its whole IOMMU group there. A group goes to a guest only when
 * no driver of the host uses DMA in it; the kernel lets PCI bridges keep theirs (pcieport does none).
 * Source: Documentation/driver-api/vfio.rst of the kernel, "VFIO Usage Example".
 */
export function keepsGroup(device: Pick<PciDevice, 'class_code' | 'driver'>): boolean {
  if (pciAssignability(device).assignable) return false
  if (['0604', '0607', '0609'].includes(device.class_code.toLowerCase())) return false
  if (device.driver !== undefined) return device.driver !== 'vfio-pci' && device.driver !== 'pci-stub'
  // Without a word about the driver: host bridges and chipset memory mostly have none, the rest mostly has one.
  return !['0600', '0500', '0580'].includes(device.class_code.toLowerCase())
}
