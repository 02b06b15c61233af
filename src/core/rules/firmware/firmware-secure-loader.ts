import { isQ35, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.secure-loader',
  title: 'A loader for Secure Boot on a machine that can’t protect it',
  target: 'libvirt',
  source:
    'libvirt 11.3: "Secure boot requires SMM feature enabled", "Secure boot is supported with q35 machine types only"; with a flash it switches SMM on itself',
  *check(context) {
    const { loader, firmware } = context.domain.os ?? {}
    if (loader?.secure !== true || firmware !== undefined || !isX86(context)) return
    if (!isQ35(context))
      yield {
        at: ['os', 'loader', 'secure'],
        message: `Secure Boot needs the machine q35; this is ${context.domain.os?.machine}. Take q35, or leave secure out.`,
        fix: { title: 'Leave secure out' },
      }
    else if (context.domain.features?.smm === false)
      yield {
        at: ['features', 'smm'],
        message: 'Secure Boot needs System Management Mode, which is off here.',
        fix: { title: 'Switch SMM on', value: true },
      }
    else if (loader.type === 'rom')
      yield {
        at: ['os', 'loader', 'secure'],
        message: 'Only a flash can be protected for Secure Boot: the loader is a BIOS here.',
        fix: { title: 'Leave secure out' },
      }
  },
}
