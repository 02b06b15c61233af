/**
 * Installers that read their answers only when the kernel is told so: kernel and initrd are taken from the ISO, and the
 * VM starts from them.
 */
import { ownValue } from '../text/index.ts'
import type { AnswerKind } from './answer-kind.ts'

export interface InstallerKernel {
  /** Paths within the ISO, of which the first that is there is taken. */
  readonly kernel: readonly string[]
  readonly initrd: readonly string[]
  readonly cmdline: string
  /** Whether the answers lie in the initrd; else on a CD. */
  readonly answersInInitrd: boolean
}

/**
 * - Debian: debian-installer reads /preseed.cfg of its initrd by itself, and of no second CD (Installation guide, B.2.1,
 *   initrd). `auto` puts the questions off until it is read, `priority=critical` leaves the others at their defaults.
 * - Ubuntu: subiquity finds CIDATA by itself, and asks before it touches a disk unless the kernel is told `autoinstall`
 *   (Ubuntu, Introduction to autoinstall).
 *
 * Anaconda and Windows Setup look at their CD by themselves.
 */
export function installerKernel(kind: AnswerKind, arch: string): InstallerKernel | undefined {
  const consoles = `console=tty0 console=${arch === 'aarch64' ? 'ttyAMA0' : 'ttyS0'}`
  if (kind === 'preseed') {
    const directory = ownValue(debianDirectories, arch)
    if (directory === undefined) return undefined
    return {
      kernel: [`/${directory}/vmlinuz`, '/linux'],
      initrd: [`/${directory}/initrd.gz`, '/initrd.gz'],
      cmdline: `auto=true priority=critical ${consoles}`,
      answersInInitrd: true,
    }
  }
  if (kind === 'autoinstall')
    return {
      kernel: ['/casper/vmlinuz', '/casper/hwe-vmlinuz'],
      initrd: ['/casper/initrd', '/casper/hwe-initrd'],
      cmdline: `autoinstall ${consoles}`,
      answersInInitrd: false,
    }
  return undefined
}

/** Installation guide, 5.1: the directories of Debian’s CDs; `/linux` is that of the mini.iso. */
const debianDirectories: Readonly<Record<string, string>> = {
  x86_64: 'install.amd',
  i686: 'install.386',
  aarch64: 'install.a64',
}
