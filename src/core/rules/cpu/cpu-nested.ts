import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.nested',
  title: 'VMs inside this VM that its processor does not allow',
  severity: 'warning',
  source:
    'Linux, Documentation/virt/kvm/x86/running-nested-guests.rst: the guest has to see vmx or svm; QEMU, TCG has no VMX',
  *check(context) {
    if (context.spec.nested !== true) return
    const why = whyNot(context)
    if (why === undefined) return
    yield {
      path: ['nested'],
      message: `VMs inside this VM are asked for, and ${why}.`,
      fix: { title: 'Don’t ask for them', changes: [{ path: ['nested'] }] },
    }
  },
}

function whyNot({ domain: { type, os, cpu } }: RuleContext): string | undefined {
  if (os?.arch !== 'x86_64' && os?.arch !== 'i686')
    return `nothing is known of how a guest of ${os?.arch ?? 'this architecture'} would be given them`
  if (type === 'qemu') return 'an emulated processor has no virtualisation for a guest'
  const said = cpu?.features?.find(({ name }) => name === 'vmx' || name === 'svm')
  if (said?.policy === 'disable' || said?.policy === 'forbid')
    return `the feature ${said.name} of the processor is taken away in libvirt.cpu.features`
  if (said !== undefined || cpu?.mode === 'host-passthrough' || cpu?.mode === 'maximum') return undefined
  return 'nobody knows whether the host’s processor calls it vmx or svm. Say what the host is, take the host’s own processor, or add the feature to libvirt.cpu.features'
}
