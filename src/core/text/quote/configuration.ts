/**
 * Words of configuration files below /etc that have no quotes of their own. Each function gives undefined for a text that
 * the file can't say: the line is left out then, with a finding.
 */
import { fitsOnALine } from './control.ts'

/** A word between blanks, of printable characters that are nothing but themselves: modprobe.d(5), limits.conf(5). */
export function configurationWord(text: string): string | undefined {
  return /^[A-Za-z0-9_./+][A-Za-z0-9_./+:@-]*$/.test(text) ? text : undefined
}

/** The name of a user where `*`, `@group` and `%group` mean others: limits.conf(5), udev's `OWNER`. */
export function userName(text: string): string | undefined {
  return /^[A-Za-z_][A-Za-z0-9_.@-]*$/.test(text) ? text : undefined
}

/**
 * A bridge in QEMU's bridge.conf, where `all` is every bridge (qemu-bridge-helper.c). Names of interfaces have 15 bytes
 * at most (IFNAMSIZ of Linux), and neither slash nor blank.
 */
export function bridgeConfWord(name: string): string | undefined {
  return name === 'all' || name.length > 15 ? undefined : configurationWord(name.replaceAll('/', ' '))
}

/** A value of a udev rule in its quotes, where `$` and `%` stand for something: udev(7), Substitutions. */
export function udevValue(text: string): string | undefined {
  if (!fitsOnALine(text) || /["\\]/.test(text)) return undefined
  return `"${text.replaceAll('%', '%%').replaceAll('$', '$$$$')}"`
}
