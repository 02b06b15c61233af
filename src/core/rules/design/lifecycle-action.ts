import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'lifecycle.action',
  title: 'An end of the guest that QEMU can’t follow',
  source:
    "libvirt 11.3: \"qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'\", \"the 'rename-restart' action\", \"'onReboot' set to 'destroy and 'onPoweroff' set to 'reboot'\"",
  *check(context) {
    const { domain } = context
    for (const key of ['on_poweroff', 'on_reboot', 'on_crash'] as const) {
      const action = domain[key]
      const isWrong = action === 'rename-restart' || (action === 'preserve' && key !== 'on_crash')
      if (!isWrong) continue
      yield {
        at: [key],
        message: `${key} can’t be ${action} with QEMU: destroy and restart are what it does.`,
        fix: { title: 'Leave it to libvirt' },
      }
    }
    if (domain.on_reboot === 'destroy' && domain.on_poweroff === 'restart')
      yield {
        at: ['on_poweroff'],
        message: 'A reboot that ends the guest and an end that starts it anew can’t be together.',
        fix: { title: 'Leave on_poweroff to libvirt' },
      }
  },
}
