import { guestPciAddresses } from '../support/addresses.ts'
import { addressLeftOut } from '../support/left-out.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.range',
  title: 'A PCI address out of range',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Invalid PCI address slot=\'0x20\', must be <= 0x1F"',
  *check(context) {
    for (const address of guestPciAddresses(context))
      for (const [part, most] of limits) {
        if (address[part] <= most) continue
        const wrong = `The ${part} of the PCI address may be 0x${most.toString(16)} at most.`
        yield addressLeftOut(address.path, wrong, part)
      }
  },
}

const limits = [
  ['bus', 0xff],
  ['slot', 0x1f],
  ['function', 7],
] as const
