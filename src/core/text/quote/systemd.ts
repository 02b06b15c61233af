/** Values of systemd's unit files. Each function gives undefined for a text that no unit can say. */
import { utf8Encode } from '../utf8.ts'
import { fitsOnALine } from './control.ts'
import { canBeAShellWord } from './shell.ts'

/**
 * The value of one setting, such as `Description=` or `What=`. systemd.syntax(7): blanks at the ends are dropped and a
 * backslash at the end continues the line; systemd.unit(5): a percent sign begins a specifier.
 */
export function unitValue(text: string): string | undefined {
  if (!fitsOnALine(text) || /^\s|\s$|\\$/.test(text)) return undefined
  return text.replaceAll('%', '%%')
}

/** One word of `ExecStart=`. systemd.service(5), Command Lines: specifiers, variables, and escapes as in C. */
export function unitWord(text: string): string | undefined {
  if (!canBeAShellWord(text)) return undefined
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would end the setting
    .replace(/[\x01-\x1f\x7f]/g, hexBytes)
  return `"${escaped.replaceAll('%', '%%').replaceAll('$', '$$$$')}"`
}

/**
 * A path as systemd names its unit, without the suffix: `/mnt/my-data` is `mnt-my\x2ddata`. systemd.unit(5), String
 * Escaping for Inclusion in Unit Names, as `systemd-escape --path` does it.
 */
export function escapeUnitPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  if (parts.length === 0) return '-'
  return parts
    .map((part) => part.replace(/[^A-Za-z0-9:_.]/gu, hexBytes))
    .join('-')
    .replace(/^\./, hexBytes)
}

function hexBytes(character: string): string {
  return [...utf8Encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}
