import { isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'
import { codeAsRom, isFourMegabytes, toFlash } from '../support/uefi-images.ts'

export const rule: Rule = {
  id: 'firmware.code-as-rom',
  title: 'A UEFI image as a plain BIOS',
  source: 'QEMU: "could not load PC BIOS", of a size that is no multiple of 64 KiB (x86_bios_rom_init)',
  *check(context) {
    const file = codeAsRom(context.domain)
    if (file === undefined || !isX86(context) || !isFourMegabytes(file)) return
    yield {
      at: ['os', 'loader'],
      message: `${file} is the code part of UEFI, which needs the type pflash and readonly. QEMU takes it for a BIOS otherwise and does not start.`,
      fix: toFlash,
    }
  },
}
