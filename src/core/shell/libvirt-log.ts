/** The log that libvirt keeps of each domain: /var/log/libvirt/qemu/NAME.log. `qemuDomainLogContext`, `virCommandToString`. */

/** `2023-01-20 14:12:05.828+0000: starting up libvirt version: …`. */
const startingUp = /^\d{4}-\d\d-\d\d[ T][\d:.]+(?:[+-]\d{4}|Z): starting up(?: |$)/

/**
 * The text with blanks for whatever is no command: what QEMU and libvirt said afterwards may hold anything, quotes too.
 * Of several starts the last one stays: they are of one domain.
 *
 * @returns undefined for a text that is no such log
 */
export function withoutLogLines(text: string): string | undefined {
  if (!text.includes(': starting up')) return undefined
  const lines = text.split('\n')
  const last = lines.findLastIndex((line) => startingUp.test(line))
  if (last < 0) return undefined
  let end = last + 1
  while (end < lines.length && /\\[ \t\r]*$/.test(lines[end] ?? '')) end += 1
  return lines
    .map((line, index) => (index > last && index <= end ? line : ' '.repeat(line.length)))
    .join('\n')
}
