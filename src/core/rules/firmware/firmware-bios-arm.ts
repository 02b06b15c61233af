import { isArm } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'firmware.bios-arm',
  title: 'A BIOS for an ARM guest',
  source:
    'libvirt 11.3: "Unable to find \'bios\' firmware that is compatible with the current configuration"',
  *check({ firmware }, context) {
    if (!isArm(context) || firmware !== 'bios') return
    yield {
      at: ['firmware'],
      message: 'There is no BIOS for ARM. Take UEFI.',
      fix: { title: 'Take UEFI', value: 'efi' },
    }
  },
})
