import { isArm } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.bios-arm',
  title: 'A BIOS for an ARM guest',
  severity: 'error',
  source:
    'libvirt 11.3: "Unable to find \'bios\' firmware that is compatible with the current configuration"',
  *check(context) {
    if (!isArm(context) || context.domain.os?.firmware !== 'bios') return
    yield {
      at: ['os', 'firmware'],
      message: 'There is no BIOS for ARM. Take UEFI.',
      fix: { title: 'Take UEFI', value: 'efi' },
    }
  },
}
