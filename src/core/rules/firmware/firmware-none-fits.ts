import { withGuestWords } from '../../systems/index.ts'
import { isQ35, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.none-fits',
  title: 'Firmware that nobody has',
  source: 'libvirt 11.3: "Unable to find \'efi\' firmware that is compatible with the current configuration"',
  *check(context) {
    const { firmware, firmware_features: wanted = [], loader, machine = '' } = context.domain.os ?? {}
    // resolve speaks of the word of vm.yml.
    if (firmware !== 'efi' || withGuestWords(context.spec).firmware === 'uefi-secure') return
    const isSecure =
      loader?.secure === true ||
      wanted.some(({ name, enabled }) => name === 'secure-boot' && enabled === true)
    if (loader?.readonly === false && loader.type !== 'rom')
      yield {
        at: ['os', 'loader', 'readonly'],
        message: 'UEFI firmware is read-only; its variables are in a file of their own.',
        fix: { title: 'Leave readonly out' },
      }
    else if (isSecure && isX86(context) && !isQ35(context))
      yield {
        at: ['os', 'machine'],
        message: `Secure Boot needs SMM, which ${machine} does not have. Take q35.`,
        fix: { title: 'Take q35', value: 'q35' },
      }
    else if (isSecure && isX86(context) && context.domain.features?.smm === false)
      yield {
        at: ['features', 'smm'],
        message: 'Secure Boot needs SMM, which is switched off.',
        fix: { title: 'Switch SMM on', value: true },
      }
  },
}
