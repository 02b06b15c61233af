/** What becomes of the keys that many devices have. */
import { adviceOnce, byHand, quiet, said } from './said.ts'

/** Addresses are QEMU's choice: the guest's buses are laid out as they come. */
const addressSaid = adviceOnce(
  'Addresses are left out: QEMU picks free ones, so the guest may find devices at other places than under libvirt.',
)

/** The number that guests name their network cards by. */
const acpiSaid = {
  index: byHand('The ACPI index is left out: add acpi-index=… to the -device.'),
} as const

export const placeSaid = { acpi: acpiSaid, alias: { name: said }, address: addressSaid } as const

export const seclabelsSaid = byHand('The security label is left out: label the file on the host by hand.')

/** What libvirt only ever reports. */
export const reported = quiet('What libvirt reports of a running VM.')

export const bootSaid = {
  order: said,
  loadparm: byHand('loadparm is left out: it is for s390. Add loadparm=… to the -device of the disk.'),
} as const

export const virtioSaid = { iommu: said, ats: said, packed: said, page_per_vq: said } as const
