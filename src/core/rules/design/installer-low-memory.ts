import { answerKindOfGuest } from '../../installer/index.ts'
import { formatSize, sizeInBytes } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

const mebibyte = 1024 ** 2

/** The memory of a VM, in MiB, below which lowmem's script finds too little: its comments beside `level1` and `min`. */
const thresholds: Readonly<Record<string, { readonly low: number; readonly least: number }>> = {
  x86_64: { low: 780, least: 350 },
  i686: { low: 485, least: 285 },
  aarch64: { low: 260, least: 245 },
}

export const rule: Rule = {
  id: 'installer.low-memory',
  title: 'Debian’s installer in low memory mode',
  severity: 'warning',
  anyHypervisor: true,
  source:
    'debian-installer 12 and 13, /lib/debian-installer-startup.d/S15lowmem of the initrd: "Entering low memory mode"; Installation guide, 6.3.1.1',
  *check(context) {
    const { spec, domain } = context
    const { installer, guest } = spec
    const answers = installer?.unattended?.answers
    const isDebian = answers === 'preseed' || answerKindOfGuest(guest) === 'preseed'
    if (installer === undefined || installer.done === true || !isDebian) return
    const bytes = sizeInBytes(domain.memory?.value ?? '', 1024)
    const threshold = ownValue(thresholds, domain.os?.arch ?? 'x86_64')
    if (bytes === undefined || threshold === undefined || bytes >= threshold.low * mebibyte) return
    const what =
      bytes < threshold.least * mebibyte
        ? `stops for too little memory below ${threshold.least} MiB`
        : `goes into low memory mode below ${threshold.low} MiB: it speaks English alone, whatever the language of the answers, and leaves out parts of itself`
    yield {
      at: ['memory', 'value'],
      message: `With ${formatSize(bytes)} of memory Debian’s installer ${what}. Give it 1G; the system that is installed may have less.`,
      fix: {
        title: 'Set the memory to 1G',
        changes: [{ path: at(context, 'memory', 'value'), value: '1G' }],
      },
    }
  },
}
