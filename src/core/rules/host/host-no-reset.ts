import { givenFunctions, nameOf } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.no-reset',
  title: 'A device that can’t be reset',
  severity: 'warning',
  source:
    'Linux, Documentation/ABI/testing/sysfs-bus-pci, reset_method; without one a guest starts the device once, and not again until the host restarts; not seen in the lab',
  *check(context) {
    for (const { path, device } of givenFunctions(context)) {
      if (device?.reset_methods?.length !== 0) continue
      yield {
        at: path,
        message: `${nameOf(device)} has no way to be reset: after the guest has ended, it may not start again before the host does.`,
        fix: { title: 'Leave the device with the host' },
      }
    }
  },
}
