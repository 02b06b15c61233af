import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.kind-unsupported',
  title: 'A host device of a kind for containers, or of another driver',
  severity: 'error',
  source:
    'libvirt 11.3: "hostdev mode \'capabilities\' is not supported in kvm", at the start "invalid PCI passthrough type \'kvm\'"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'hostdevs'))
      if (item.mode === 'capabilities')
        yield {
          path: at(context, ...path, 'mode'),
          message: 'Devices of the mode capabilities are for containers.',
          fix: removeFix(context, 'Remove the device', path),
        }
      else if (item.driver?.name === 'kvm' || item.driver?.name === 'xen')
        yield {
          path: at(context, ...path, 'driver', 'name'),
          message: `The driver ${item.driver.name} is gone; vfio is the one, and libvirt takes it by itself.`,
          fix: removeFix(context, 'Leave the driver out', [...path, 'driver', 'name']),
        }
  },
}
