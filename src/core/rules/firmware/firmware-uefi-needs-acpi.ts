import { hasUefi, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.uefi-needs-acpi',
  title: 'UEFI without ACPI',
  source: 'libvirt 11.3: "UEFI requires ACPI on this architecture"',
  *check(context) {
    const { features } = context.domain
    if (!hasUefi(context) || features?.acpi === true || !isX86(context)) return
    yield {
      at: ['features', 'acpi'],
      message: 'UEFI needs ACPI. Switch features.acpi on.',
      fix: { title: 'Switch ACPI on', value: true },
    }
  },
}
