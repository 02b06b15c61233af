import { pciAddressFromParts } from '../../host/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.pci-address',
  title: 'A PCI address that is not one',
  severity: 'error',
  source: "libvirt 11.3: \"Invalid value for attribute 'bus' in element 'address': '0a'\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      if (item.type !== 'pci' || item.source === undefined) continue
      const { domain, bus, slot, function: fn } = item.source
      const parts = Object.entries({ domain, bus, slot, function: fn }).flatMap(([key, text]) =>
        text === undefined ? [] : [[key, text] as const],
      )
      const { findings } = pciAddressFromParts(Object.fromEntries(parts))
      for (const finding of findings) {
        const part = finding.path[0]
        const text = parts.find(([key]) => key === part)?.[1]
        const where = [...path, 'source', ...finding.path]
        const isHex =
          finding.code === 'pci-address.not-hex' && text !== undefined && /^[0-9a-f]+$/i.test(text)
        yield {
          path: at(context, ...where),
          message: finding.message,
          fix: isHex ? setFix(context, `Write 0x${text}`, where, `0x${text}`) : undefined,
        }
      }
    }
  },
}
