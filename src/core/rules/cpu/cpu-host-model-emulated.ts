import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.host-model-emulated',
  title: 'The host’s CPU model for another architecture',
  source:
    'libvirt 11.3: "CPU mode \'host-model\' for aarch64 qemu domain on x86_64 host is not supported by hypervisor"',
  *check(context) {
    const { domain } = context
    if (domain.cpu?.mode !== 'host-model' || domain.type !== 'qemu' || domain.os?.arch !== 'aarch64') return
    yield {
      at: ['cpu', 'mode'],
      message:
        'An emulated ARM guest can’t copy the model of the host’s processor. Take the CPU mode maximum.',
      fix: { title: 'Set the CPU mode to maximum', value: 'maximum' },
    }
  },
}
