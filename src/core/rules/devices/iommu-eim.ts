import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iommu.eim',
  title: 'Extended interrupts without interrupt remapping',
  severity: 'error',
  source: 'libvirt 11.3: "IOMMU eim requires interrupt remapping to be enabled"',
  *check(context) {
    const { iommu } = context.domain.devices ?? {}
    if (iommu?.model !== 'intel' || iommu.driver?.eim !== true || iommu.driver.intremap === true) return
    const changes = [
      setFix(context, '', ['devices', 'iommu', 'driver', 'intremap'], true),
      context.domain.features?.ioapic === 'qemu'
        ? undefined
        : setFix(context, '', ['features', 'ioapic'], 'qemu'),
    ]
    yield {
      path: at(context, 'devices', 'iommu', 'driver', 'eim'),
      message:
        'eim widens the interrupts that the IOMMU remaps: set intremap as well, with the I/O APIC of QEMU.',
      fix: {
        title: 'Switch interrupt remapping on',
        changes: changes.flatMap((fix) => fix?.changes ?? []),
      },
    }
  },
}
