import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'machine.no-pci',
  title: 'PCI devices on a machine without PCI',
  source: 'libvirt 11.3: "No PCI buses available" (microvm, none: the memory balloon is a PCI device too)',
  *check(context) {
    const { os, devices } = context.domain
    if (os?.machine === undefined || !bare.has(os.machine)) return
    const usesPci =
      devices?.memballoon?.model !== 'none' ||
      devicesOf(context, 'interfaces').length > 0 ||
      devicesOf(context, 'video').some(({ item }) => item.model !== 'none')
    if (!usesPci) return
    yield {
      at: ['os', 'machine'],
      message: `The machine ${os.machine} has no PCI bus, and libvirt puts network cards, video and the memory balloon there. Take q35.`,
      fix: { title: 'Take q35', value: 'q35' },
    }
  },
}

const bare: ReadonlySet<string> = new Set(['microvm', 'none'])
