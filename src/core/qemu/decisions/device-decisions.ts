/** What becomes of the keys that many devices have. */
import type { Address } from '../../domain/index.ts'
import { byHand, quiet, written, writtenIn } from './decisions.ts'

/** Where a device sits: all of it is written. */
const addressDecisions = {
  ...writtenIn<Address>()('type domain bus slot function multifunction controller target unit port cssid'),
  ...writtenIn<Address>()('ssid devno reg iobase irq base'),
  zpci: byHand('The zPCI number is left out: it is for s390. Add a -device zpci,target=… for the device.'),
} as const

/** The number that guests name their network cards by. */
const acpiDecisions = {
  index: byHand('The ACPI index is left out: add acpi-index=… to the -device.'),
} as const

export const placeDecisions = {
  acpi: acpiDecisions,
  alias: { name: written },
  address: addressDecisions,
} as const

export const seclabelsDecisions = byHand(
  'The security label is left out: label the file on the host by hand.',
)

/** What libvirt only ever reports. */
export const reported = quiet('What libvirt reports of a running VM.')

export const bootDecisions = {
  order: written,
  loadparm: byHand('loadparm is left out: it is for s390. Add loadparm=… to the -device of the disk.'),
} as const
