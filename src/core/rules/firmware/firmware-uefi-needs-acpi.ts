import { hasUefi, isX86 } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.uefi-needs-acpi',
  title: 'UEFI without ACPI',
  severity: 'error',
  source: 'libvirt 11.3: "UEFI requires ACPI on this architecture"',
  *check(context) {
    const { features } = context.domain
    if (!hasUefi(context) || features?.acpi === true || !isX86(context)) return
    yield {
      path: at(context, 'features', 'acpi'),
      message: 'UEFI needs ACPI. Switch features.acpi on.',
      fix: setFix(context, 'Switch ACPI on', ['features', 'acpi'], true),
    }
  },
}
