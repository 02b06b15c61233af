import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.passthrough-emulated',
  title: 'The host’s processor for an emulated guest',
  source:
    'libvirt 11.3: "CPU mode \'host-passthrough\' for x86_64 qemu domain on x86_64 host is not supported by hypervisor"',
  *check(context) {
    const { domain, host } = context
    if (domain.cpu?.mode !== 'host-passthrough') return
    const foreign = host?.arch !== undefined && domain.os?.arch !== undefined && host.arch !== domain.os.arch
    if (domain.type !== 'qemu' && !foreign) return
    yield {
      at: ['cpu', 'mode'],
      message:
        'An emulated guest can’t have the host’s own processor: host-passthrough needs KVM. Take the CPU mode maximum.',
      fix: { title: 'Set the CPU mode to maximum', value: 'maximum' },
    }
  },
}
