import { isQ35, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.eim',
  title: 'More vCPUs than interrupts can name',
  source:
    'QEMU 10.0: "APIC ID 255 requires x2APIC feature in CPU"; libvirt: more than 255 vCPUs want an IOMMU with eim; not seen with KVM',
  *check(context) {
    const vcpus = context.domain.vcpu?.value ?? 0
    const iommu = context.domain.devices?.iommu
    const reached = iommu?.model === 'amd' ? iommu.driver?.xtsup : iommu?.driver?.eim
    // Emulated, the largest CPU has x2APIC and starts.
    if (context.domain.type === 'qemu' && context.domain.cpu?.mode === 'maximum') return
    if (!isX86(context) || vcpus <= 255 || reached === true) return
    const changes = [
      { at: ['devices', 'iommu', 'model'], value: 'intel' },
      { at: ['devices', 'iommu', 'driver', 'intremap'], value: true },
      { at: ['devices', 'iommu', 'driver', 'eim'], value: true },
      { at: ['features', 'ioapic'], value: 'qemu' },
    ]
    yield {
      at: ['vcpu', 'value'],
      message: `${vcpus} vCPUs are more than the 255 that plain interrupts can name. Add an IOMMU with interrupt remapping and extended interrupt mode (eim), with the I/O APIC of QEMU.`,
      fix: isQ35(context) ? { title: 'Add an Intel IOMMU with eim', all: changes } : undefined,
    }
  },
}
