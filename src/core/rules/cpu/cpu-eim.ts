import { isQ35, isX86 } from '../support/machine.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.eim',
  title: 'More vCPUs than interrupts can name',
  severity: 'error',
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
      { path: ['devices', 'iommu', 'model'], value: 'intel' },
      { path: ['devices', 'iommu', 'driver', 'intremap'], value: true },
      { path: ['devices', 'iommu', 'driver', 'eim'], value: true },
      { path: ['features', 'ioapic'], value: 'qemu' },
    ]
    yield {
      path: at(context, 'vcpu', 'value'),
      message: `${vcpus} vCPUs are more than the 255 that plain interrupts can name. Add an IOMMU with interrupt remapping and extended interrupt mode (eim), with the I/O APIC of QEMU.`,
      fix: isQ35(context) ? changeFix(context, 'Add an Intel IOMMU with eim', changes) : undefined,
    }
  },
}
