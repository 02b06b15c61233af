/** What becomes of the keys that many devices have. */
import { byHand, quiet, written } from './decisions.ts'

/** Where a device sits: all of it is written. */
const addressDecisions = {
  type: written,
  domain: written,
  bus: written,
  slot: written,
  function: written,
  multifunction: written,
  controller: written,
  target: written,
  unit: written,
  port: written,
  cssid: written,
  ssid: written,
  devno: written,
  reg: written,
  iobase: written,
  irq: written,
  base: written,
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
