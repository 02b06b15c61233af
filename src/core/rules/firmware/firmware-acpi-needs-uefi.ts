import { hasUefi } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.acpi-needs-uefi',
  title: 'ACPI without UEFI on ARM',
  source: 'libvirt 11.3: "ACPI requires UEFI on this architecture"',
  *check(context) {
    const { features, os } = context.domain
    if (os?.arch !== 'aarch64' || features?.acpi !== true || hasUefi(context) || os?.loader !== undefined)
      return
    yield {
      path: ['firmware'],
      message:
        'ARM guests have ACPI with UEFI only. Set firmware to uefi-insecure, or features.acpi to false.',
      fix: {
        title: 'Set firmware to uefi-insecure',
        changes: [{ path: ['firmware'], value: 'uefi-insecure' }],
      },
    }
  },
}
