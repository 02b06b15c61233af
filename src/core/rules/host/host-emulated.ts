import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.emulated',
  title: 'A guest that is emulated since KVM can’t be used',
  severity: 'warning',
  source:
    'resolve takes the type qemu in a session without KVM; QEMU manual, system/introduction, accelerators: TCG runs anywhere, and slower',
  *check({ host, domain, spec }) {
    if (host?.kvm !== false || domain.type !== 'qemu' || spec.libvirt?.type !== undefined) return
    if (host.arch !== undefined && domain.os?.arch !== undefined && host.arch !== domain.os.arch) return
    yield {
      at: ['type'],
      message:
        'There is no /dev/kvm that you may use, so the guest is emulated, many times slower: switch virtualization on in the firmware, load the module kvm, or join the group kvm. Then read the host again.',
    }
  },
}
