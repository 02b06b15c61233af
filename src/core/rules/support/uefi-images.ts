/** UEFI images by their names. */
import type { Domain } from '../../domain/index.ts'
import type { DomainFix } from './rule.ts'

/** The loader of the design, when it is the code part of UEFI and handed to QEMU as a BIOS. */
export function codeAsRom({ os }: Domain): string | undefined {
  const file = os?.loader?.value ?? ''
  const { type, stateless } = os?.loader ?? {}
  return isCode(file) && type !== 'pflash' && stateless !== true ? file : undefined
}

/** `OVMF_CODE.fd`, `edk2-x86_64-code.fd`: both words in one part of the path. Firmware for SEV and TDX is whole. */
function isCode(file: string): boolean {
  return file.split('/').some((part) => {
    const name = /OVMF|AAVMF|QEMU_EFI|edk2/i.exec(part)
    const isWhole = /amdsev|inteltdx/i.test(part)
    return name !== null && !isWhole && /CODE/i.test(part.slice(name.index + name[0].length))
  })
}

/** Whether the code is one of 4 MiB with its variables, 3.5 MiB, which is no multiple of 64 KiB: QEMU’s own, and those called 4M. */
export function isFourMegabytes(file: string): boolean {
  const name = file.split('/').at(-1) ?? ''
  return /4m/i.test(name) || /^edk2-(?:x86_64|i386)-/.test(name)
}

/** What makes the loader of the design the flash that such an image is for. */
export const toFlash: DomainFix = {
  title: 'Make it a read-only pflash',
  all: [
    { at: ['os', 'loader', 'type'], value: 'pflash' },
    { at: ['os', 'loader', 'readonly'], value: true },
  ],
}
