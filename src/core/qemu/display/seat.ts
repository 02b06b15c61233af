/** Where a device of this folder sits. */
import type { Address } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, report } from '../build/index.ts'
import { byHand, written } from '../decisions/index.ts'
import type { OptionValue } from '../words/options.ts'
import { placeOf } from '../writing/index.ts'

/** What becomes of the place of a device. */
export const seatDecisions = {
  alias: { name: written },
  address: written,
  acpi: {
    index: written,
    nodeset: byHand('The NUMA cells of the device are left out: QEMU knows them for passed-through devices.'),
  },
} as const

interface Seated {
  readonly address?: Address | undefined
  readonly acpi?: { readonly index?: number | undefined } | undefined
}

/** The keys of a device's place; on other buses than PCI there is no ACPI index. */
export function seat(build: Build, one: Seated, path: Path, isPci = true): Record<string, OptionValue> {
  const hasIndex = one.acpi?.index !== undefined
  if (isPci || !hasIndex) return placeOf(build, one)
  report(
    build,
    'qemu.differs',
    [...path, 'acpi', 'index'],
    'The ACPI index is left out: it is for PCI devices.',
  )
  return placeOf(build, { address: one.address })
}
