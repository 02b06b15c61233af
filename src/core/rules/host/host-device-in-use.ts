import { givenFunctions, nameOf } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.device-in-use',
  title: 'A device that the host uses',
  severity: 'warning',
  source:
    'The host loses what it uses when VFIO takes the device; what that is, HostFacts say; not seen in the lab',
  *check(context) {
    for (const { path, device } of givenFunctions(context)) {
      const uses = device?.in_use ?? []
      if (device === undefined || uses.length === 0) continue
      const isRoot = uses.some((use) => /\bmounted at \/$/.test(use))
      yield {
        at: path,
        message: `The host uses ${nameOf(device)}: ${uses.join(', ')}. ${isRoot ? 'The host has its own system on it and stops when the guest starts.' : 'It loses that as long as the guest runs.'}`,
        fix: { title: 'Leave the device with the host' },
      }
    }
  },
}
