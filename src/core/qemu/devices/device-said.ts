/** What becomes of the keys that the devices of this folder have in common. */
import { byHand, said } from '../said.ts'
import { placeSaid } from '../said-of-devices.ts'

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
