import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iommu.eim',
  title: 'Extended interrupts without interrupt remapping',
  source: 'libvirt 11.3: "IOMMU eim requires interrupt remapping to be enabled"',
  *check(context) {
    const { iommu } = context.domain.devices ?? {}
    if (iommu?.model !== 'intel' || iommu.driver?.eim !== true || iommu.driver.intremap === true) return
    const isWithIoapic = context.domain.features?.ioapic === 'qemu'
    yield {
      at: ['devices', 'iommu', 'driver', 'eim'],
      message:
        'eim widens the interrupts that the IOMMU remaps: set intremap as well, with the I/O APIC of QEMU.',
      fix: {
        title: 'Switch interrupt remapping on',
        all: [
          { at: ['devices', 'iommu', 'driver', 'intremap'], value: true },
          ...(isWithIoapic ? [] : [{ at: ['features', 'ioapic'], value: 'qemu' }]),
        ],
      },
    }
  },
}
