import { devicesOf, type Placed } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'device.acpi-index',
  title: 'An ACPI index twice, or too large',
  source:
    'QEMU 10.0 at the start: "a PCI device with acpi-index = 5 already exist", "acpi-index should be less or equal to 16383"',
  *check(context) {
    const devices = lists
      .flatMap((list): readonly Placed<{ acpi?: { index?: number | undefined } | undefined }>[] =>
        devicesOf(context, list),
      )
      .flatMap(({ item: { acpi }, path }) =>
        acpi?.index === undefined ? [] : [{ at: [...path, 'acpi', 'index'], index: acpi.index }],
      )
    const fix = { title: 'Leave the index out' }
    for (const { at, index } of devices)
      if (index > most) yield { at, message: `An ACPI index is ${most} at most.`, fix }
    for (const { item } of repeated(devices, ({ index }) => (index === 0 ? undefined : String(index))))
      yield { at: item.at, message: `Another device has the ACPI index ${item.index} already.`, fix }
  },
}

const lists = ['interfaces', 'hostdevs', 'disks', 'controllers', 'video'] as const
const most = 16383
