import { ownValue } from '../../text/index.ts'
import { devicePartsNamed } from '../support/device-parts.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.decimal',
  title: 'A hexadecimal number where libvirt reads decimal ones',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"Invalid value for attribute 'bus' in element 'address': '0x00'. Expected non-negative integer value\"; PCI addresses alone may be hexadecimal",
  *check(context) {
    for (const { held, path } of devicePartsNamed(context, 'address')) {
      if (!decimal.has(String(held['type']))) continue
      for (const part of ['controller', 'bus', 'target', 'unit'] as const) {
        const text = ownValue(held, part)
        if (typeof text !== 'string' || !/^0x/i.test(text)) continue
        yield {
          at: [...path, part],
          message: `${part} of an address of type ${String(held['type'])} is a decimal number, not ${text}.`,
          fix: { title: `Write ${Number(text)}`, value: String(Number(text)) },
        }
      }
    }
  },
}

const decimal: ReadonlySet<string> = new Set(['drive', 'usb', 'virtio-serial', 'ccid'])
