import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iommu.ioapic',
  title: 'Interrupt remapping with the I/O APIC of KVM',
  fixIsSafe: true,
  source: 'libvirt 11.3: "IOMMU interrupt remapping requires split I/O APIC (ioapic driver=\'qemu\')"',
  *check(context) {
    const { devices, features } = context.domain
    if (devices?.iommu?.driver?.intremap !== true || features?.ioapic !== 'kvm') return
    yield {
      at: ['devices', 'iommu', 'driver', 'intremap'],
      message:
        'Interrupt remapping needs the I/O APIC of QEMU: libvirt refuses it with that of KVM. Set features.ioapic to qemu.',
      fix: { title: 'Set features.ioapic to qemu', at: ['features', 'ioapic'], value: 'qemu' },
    }
  },
}
