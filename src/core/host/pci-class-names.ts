/** Classes of PCI by the words that lspci prints. Source: the list of device classes in pci.ids (https://pci-ids.ucw.cz). */

const names: readonly (readonly [code: string, name: string])[] = [
  ['0000', 'Non-VGA unclassified device'],
  ['0001', 'VGA compatible unclassified device'],
  ['0100', 'SCSI storage controller'],
  ['0101', 'IDE interface'],
  ['0102', 'Floppy disk controller'],
  ['0104', 'RAID bus controller'],
  ['0105', 'ATA controller'],
  ['0106', 'SATA controller'],
  ['0107', 'Serial Attached SCSI controller'],
  ['0108', 'Non-Volatile memory controller'],
  ['0109', 'Universal Flash Storage controller'],
  ['0180', 'Mass storage controller'],
  ['0200', 'Ethernet controller'],
  ['0207', 'Infiniband controller'],
  ['0208', 'Fabric controller'],
  ['0280', 'Network controller'],
  ['0300', 'VGA compatible controller'],
  ['0301', 'XGA compatible controller'],
  ['0302', '3D controller'],
  ['0380', 'Display controller'],
  ['0400', 'Multimedia video controller'],
  ['0401', 'Multimedia audio controller'],
  ['0403', 'Audio device'],
  ['0480', 'Multimedia controller'],
  ['0500', 'RAM memory'],
  ['0501', 'FLASH memory'],
  ['0502', 'CXL'],
  ['0580', 'Memory controller'],
  ['0600', 'Host bridge'],
  ['0601', 'ISA bridge'],
  ['0604', 'PCI bridge'],
  ['0607', 'CardBus bridge'],
  ['0609', 'Semi-transparent PCI-to-PCI bridge'],
  ['0680', 'Bridge'],
  ['0700', 'Serial controller'],
  ['0701', 'Parallel controller'],
  ['0703', 'Modem'],
  ['0780', 'Communication controller'],
  ['0800', 'PIC'],
  ['0801', 'DMA controller'],
  ['0802', 'Timer'],
  ['0803', 'RTC'],
  ['0805', 'SD Host controller'],
  ['0806', 'IOMMU'],
  ['0807', 'Timing Card'],
  ['0880', 'System peripheral'],
  ['0900', 'Keyboard controller'],
  ['0902', 'Mouse controller'],
  ['0980', 'Input device controller'],
  ['0b40', 'Co-processor'],
  ['0c00', 'FireWire (IEEE 1394)'],
  ['0c03', 'USB controller'],
  ['0c04', 'Fibre Channel'],
  ['0c05', 'SMBus'],
  ['0c06', 'InfiniBand'],
  ['0c07', 'IPMI Interface'],
  ['0d00', 'IRDA controller'],
  ['0d10', 'RF controller'],
  ['0d11', 'Bluetooth'],
  ['0d40', 'Cellular controller'],
  ['0d80', 'Wireless controller'],
  ['1000', 'Network and computing encryption device'],
  ['1080', 'Encryption controller'],
  ['1101', 'Performance counters'],
  ['1180', 'Signal processing controller'],
  ['1200', 'Processing accelerators'],
  ['1300', 'Non-Essential Instrumentation'],
  ['ff00', 'Unassigned class'],
]

const codes: ReadonlyMap<string, string> = new Map(names.map(([code, name]) => [name.toLowerCase(), code]))

/** What libvirt's tests have for a class that nobody knows; everything that reads classes passes over it. */
export const unknownClass = 'ffff'

/**
 * The class of a name.
 * @returns four hexadecimal digits, `unknownClass` for a name that is not in the list
 */
export function pciClassNamed(name: string): string {
  return codes.get(name.trim().toLowerCase()) ?? unknownClass
}
