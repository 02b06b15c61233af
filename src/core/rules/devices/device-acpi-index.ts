import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'device.acpi-index',
  title: 'An ACPI index twice, or too large',
  severity: 'error',
  source:
    'QEMU 10.0 at the start: "a PCI device with acpi-index = 5 already exist", "acpi-index should be less or equal to 16383"',
  *check(context) {
    const devices = [
      ...devicesOf(context, 'interfaces'),
      ...devicesOf(context, 'hostdevs'),
      ...devicesOf(context, 'disks'),
      ...devicesOf(context, 'controllers'),
      ...devicesOf(context, 'video'),
    ].flatMap(({ item, path }) => (item.acpi?.index === undefined ? [] : [{ path, index: item.acpi.index }]))
    const problem = (path: (string | number)[], message: string) => ({
      at: path,
      message,
      fix: { title: 'Leave the index out' },
    })
    for (const { path, index } of devices)
      if (index > most) yield problem([...path, 'acpi', 'index'], `An ACPI index is ${most} at most.`)
    for (const { item } of repeated(devices, ({ index }) => (index === 0 ? undefined : String(index))))
      yield problem(
        [...item.path, 'acpi', 'index'],
        `Another device has the ACPI index ${item.index} already.`,
      )
  },
}

const most = 16383
