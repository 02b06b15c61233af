import { isX86 } from '../support/machine.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.code-as-rom',
  title: 'A UEFI image as a plain BIOS',
  severity: 'error',
  source: 'QEMU: "could not load PC BIOS"',
  *check(context) {
    // Boards of ARM take it by -bios as well.
    if (!isX86(context)) return
    const { loader } = context.domain.os ?? {}
    const file = loader?.value ?? ''
    if (!isCode(file) || loader?.type === 'pflash') return
    yield {
      path: at(context, 'os', 'loader'),
      message: `${file} is the code part of UEFI, which needs the type pflash and readonly. QEMU takes it for a BIOS otherwise and does not start.`,
      fix: changeFix(context, 'Make it a read-only pflash', [
        { path: ['os', 'loader', 'type'], value: 'pflash' },
        { path: ['os', 'loader', 'readonly'], value: true },
      ]),
    }
  },
}

/** `OVMF_CODE.fd`, `edk2-x86_64-code.fd`: both words in one part of the path. */
function isCode(file: string): boolean {
  return file.split('/').some((part) => {
    const name = /OVMF|AAVMF|QEMU_EFI|edk2/i.exec(part)
    return name !== null && /CODE/i.test(part.slice(name.index + name[0].length))
  })
}
