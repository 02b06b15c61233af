import { isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'
import { codeAsRom, isFourMegabytes, toFlash } from '../support/uefi-images.ts'

export const rule: Rule = {
  id: 'firmware.settings-lost',
  title: 'UEFI without a store for its settings',
  severity: 'warning',
  source:
    'QEMU boots the code of a 2 MiB image given to -bios, and has no flash for the variables then (seen)',
  *check(context) {
    const file = codeAsRom(context.domain)
    if (file === undefined || !isX86(context) || isFourMegabytes(file)) return
    yield {
      at: ['os', 'loader'],
      message: `${file} is the code part of UEFI, and as a BIOS it has nowhere to keep its settings and boot entries: they are not kept. Make it a read-only pflash.`,
      fix: toFlash,
    }
  },
}
