import { isArm, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.other-architecture',
  title: 'A flash image of UEFI that is for other processors',
  source:
    'QEMU 10.0: "combined size of system firmware exceeds 8388608 bytes" of an image for ARM on a PC, "device requires 67108864 bytes" of one for x86 on ARM’s virt; the names are those of Debian, Fedora and QEMU',
  *check(context) {
    const { value = '', type } = context.domain.os?.loader ?? {}
    if (type !== 'pflash') return
    const owner = [isX86(context) ? arms : undefined, isArm(context) ? x86s : undefined].find((other) =>
      other?.image.test(value),
    )
    if (owner === undefined) return
    yield {
      at: ['os', 'loader'],
      message: `${value} is UEFI for ${owner.name}, and the guest has ${context.domain.os?.arch}: it does not start. Name the image for that, or let libvirt choose.`,
      fix: { title: 'Remove the loader' },
    }
  },
}

const arms = { name: 'ARM', image: /AAVMF|QEMU_EFI|edk2-(?:aarch64|arm)-/ } as const
const x86s = { name: 'x86', image: /OVMF_CODE|edk2-(?:x86_64|i386)-/ } as const
