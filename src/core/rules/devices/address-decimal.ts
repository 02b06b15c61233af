import { domain as domainShape } from '../../domain/index.ts'
import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'
import { pathOf, saidFields } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'address.decimal',
  title: 'A hexadecimal number where libvirt reads decimal ones',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"Invalid value for attribute 'bus' in element 'address': '0x00'. Expected non-negative integer value\"; PCI addresses alone may be hexadecimal",
  *check(context) {
    for (const said of saidFields(domainShape, context.domain)) {
      const { key, value } = said
      if (key !== 'address' || !isRecord(value) || !decimal.has(String(value['type']))) continue
      for (const part of ['controller', 'bus', 'target', 'unit'] as const) {
        const text = ownValue(value, part)
        if (typeof text !== 'string' || !/^0x/i.test(text)) continue
        yield {
          at: [...pathOf(said), part],
          message: `${part} of an address of type ${String(value['type'])} is a decimal number, not ${text}.`,
          fix: { title: `Write ${Number(text)}`, value: String(Number(text)) },
        }
      }
    }
  },
}

const decimal: ReadonlySet<string> = new Set(['drive', 'usb', 'virtio-serial', 'ccid'])
