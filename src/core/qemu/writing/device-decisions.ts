/** What becomes of the keys that many devices have. */
import { byHand, quiet, said } from './decisions.ts'

/** Where a device sits: all of it is written. */
const addressSaid = {
  type: said,
  domain: said,
  bus: said,
  slot: said,
  function: said,
  multifunction: said,
  controller: said,
  target: said,
  unit: said,
  port: said,
  cssid: said,
  ssid: said,
  devno: said,
  reg: said,
  iobase: said,
  irq: said,
  base: said,
  zpci: byHand('The zPCI number is left out: it is for s390. Add a -device zpci,target=… for the device.'),
} as const

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
