/** What becomes of the keys that the devices of this folder have in common. */
import { byHand, placeDecisions, written } from '../decisions/index.ts'

/** They write their ACPI index themselves. */
export const deviceDecisions = {
  ...placeDecisions,
  acpi: {
    index: written,
    nodeset: byHand(
      'The NUMA cells of the device are left out: add -object acpi-generic-initiator,id=…,pci-dev=…,node=…, from QEMU 9.0.',
    ),
  },
} as const
