import { devicesOf } from '../support/devices.ts'
import { isI440fx, isQ35 } from '../support/machine.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.root',
  title: 'Another root bus than the machine has',
  severity: 'error',
  source:
    "libvirt 11.3: \"The PCI controller with index='0' must be model='pci-root' for this machine type, but model='pcie-root' was found instead\", \"pci-root and pcie-root controllers should have index 0\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      if (item.type !== 'pci') continue
      const isRoot = item.model === 'pci-root' || item.model === 'pcie-root'
      const wanted = isQ35(context) ? 'pcie-root' : isI440fx(context) ? 'pci-root' : undefined
      if (isRoot && (item.index ?? 0) !== 0 && wanted !== undefined)
        yield {
          path: at(context, ...path, 'index'),
          message: 'The root bus has the number 0.',
          fix: removeFix(context, 'Remove the controller', path),
        }
      else if (item.index === 0 && wanted !== undefined && item.model !== undefined && item.model !== wanted)
        yield {
          path: at(context, ...path, 'model'),
          message: `Controller 0 is the root bus, which for ${context.domain.os?.machine} is ${wanted}.`,
          fix: setFix(context, `Take ${wanted}`, [...path, 'model'], wanted),
        }
      else if (isRoot && item.address !== undefined)
        yield {
          path: at(context, ...path, 'address'),
          message: 'The root bus has no address.',
          fix: removeFix(context, 'Leave the address out', [...path, 'address']),
        }
    }
  },
}
