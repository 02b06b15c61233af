import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.kvm-missing',
  title: 'KVM on a host without it',
  source: "libvirt 11.3: \"Emulator '/usr/bin/qemu-system-x86_64' does not support virt type 'kvm'\"",
  *check(context) {
    const { host, domain } = context
    if (domain.type !== 'kvm' || host === undefined) return
    const isForeign =
      host.arch !== undefined && domain.os?.arch !== undefined && !runs(host.arch, domain.os.arch)
    if (host.kvm !== false && !isForeign) return
    yield {
      at: ['type'],
      message: isForeign
        ? `KVM runs guests of the host’s own architecture: ${host.arch} does not run ${domain.os?.arch}. Emulate it, which is slow.`
        : 'There is no /dev/kvm that you may use: switch virtualization on in the firmware, load the module kvm, or join the group kvm. Without it the guest is emulated, which is slow.',
      fix: { title: 'Emulate the processor', value: 'qemu' },
    }
  },
}

function runs(host: string, guest: string): boolean {
  return (
    host === guest || (host === 'x86_64' && guest === 'i686') || (host === 'aarch64' && guest === 'armv7l')
  )
}
