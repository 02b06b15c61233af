/** The filter of USB redirection, there and back. QEMU manual, usb-redir: class:vendor:product:version:allow, joined by bars; -1 is any. */
import type { Devices, Item } from '../../../domain/index.ts'

type Rule = Item<NonNullable<Devices['redirfilter']>['usbdevs']>

export function filterText(rules: readonly Rule[]): string | undefined {
  if (rules.length === 0) return undefined
  return rules
    .map((rule) =>
      [
        rule.class ?? '-1',
        rule.vendor ?? '-1',
        rule.product ?? '-1',
        versionText(rule.version),
        rule.allow === true ? '1' : '0',
      ].join(':'),
    )
    .join('|')
}

/** The rules of a filter; undefined when it is none. */
export function readFilter(text: string): Rule[] | undefined {
  const rules: Rule[] = []
  for (const part of text.split('|')) {
    const [usbClass = '', vendor = '', product = '', version = '', allow = '', ...more] = part.split(':')
    const numbers = [usbClass, vendor, product]
    if (more.length > 0 || !numbers.every((number) => /^(?:-1|\d+|0x[\da-f]+)$/i.test(number)))
      return undefined
    const read = readVersion(version)
    if (read === undefined || (allow !== '0' && allow !== '1')) return undefined
    rules.push({ class: usbClass, vendor, product, version: read, allow: allow === '1' })
  }
  return rules
}

/** A USB version such as 1.10 is the binary coded decimal 0x0110. */
function versionText(version: string | undefined): string {
  if (version === undefined || version.startsWith('-')) return '-1'
  const [major = '0', minor = '0'] = version.split('.')
  return `0x${major.padStart(2, '0')}${minor.padEnd(2, '0')}`
}

function readVersion(text: string): string | undefined {
  if (text === '-1') return text
  const [, major, minor] = /^0x(\d\d)(\d\d)$/.exec(text) ?? []
  return major === undefined || minor === undefined ? undefined : `${Number(major)}.${minor}`
}
