/** What becomes of the keys that the devices of this folder have in common. */
import { byHand, said } from '../writing/decisions.ts'
import { placeSaid } from '../writing/device-decisions.ts'

/** They write their ACPI index themselves. */
export const deviceSaid = {
  ...placeSaid,
  acpi: {
    index: said,
    nodeset: byHand(
      'The NUMA cells of the device are left out: add -object acpi-generic-initiator,id=…,pci-dev=…,node=…, from QEMU 9.0.',
    ),
  },
} as const
