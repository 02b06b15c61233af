import { devicesOf } from '../support/devices.ts'
import { isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.device-needs-acpi',
  title: 'Memory that is plugged in, without ACPI',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "memory hotplug is not enabled: missing acpi device or acpi disabled"',
  *check(context) {
    if (!isX86(context) || context.domain.features?.acpi === true) return
    for (const { item, path } of devicesOf(context, 'memory')) {
      if (item.model !== 'dimm' && item.model !== 'nvdimm') continue
      yield {
        at: path,
        message: 'The guest finds plugged memory by ACPI, which is off. Switch ACPI on.',
        fix: { title: 'Switch ACPI on', at: ['features', 'acpi'], value: true },
      }
      return
    }
  },
}
