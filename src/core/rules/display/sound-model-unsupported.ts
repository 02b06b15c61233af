import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'sound.model-unsupported',
  title: 'A sound card that QEMU does not have',
  severity: 'error',
  source: 'libvirt 11.3 of ich7: "Cannot automatically add a new PCI bus for a device with connect flags 00"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'sound'))
      if (item.model === 'ich7')
        yield {
          path: at(context, ...path, 'model'),
          message: 'QEMU has no sound card ich7. ich9 is the one for q35.',
          fix: setFix(context, 'Take ich9', [...path, 'model'], 'ich9'),
        }
  },
}
