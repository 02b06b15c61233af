import { pciAddressFromParts } from '../../host/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.pci-address',
  title: 'A PCI address that is not one',
  source: "libvirt 11.3: \"Invalid value for attribute 'bus' in element 'address': '0a'\"",
  *check(hostdev) {
    if (hostdev.type !== 'pci' || hostdev.source === undefined) return
    const { domain, bus, slot, function: fn } = hostdev.source
    const parts = Object.entries({ domain, bus, slot, function: fn }).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, text] as const],
    )
    const { findings } = pciAddressFromParts(Object.fromEntries(parts))
    for (const finding of findings) {
      const part = finding.path[0]
      const text = parts.find(([key]) => key === part)?.[1]
      const isHex = finding.code === 'pci-address.not-hex' && text !== undefined && /^[0-9a-f]+$/i.test(text)
      yield {
        at: ['source', ...finding.path],
        message: finding.message,
        fix: isHex ? { title: `Write 0x${text}`, value: `0x${text}` } : undefined,
      }
    }
  },
})
