import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.kind-unsupported',
  title: 'A kind of network of another hypervisor',
  severity: 'error',
  source:
    'libvirt 11.3: "network device type \'vds\' is not supported by this hypervisor", and the same for null',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (!foreign.has(item.type ?? '')) continue
      yield {
        path: at(context, ...path, 'type'),
        message: `QEMU has no network of type ${item.type}: that is for VMware or VirtualBox. user needs no rights.`,
        fix: setFix(context, 'Take user', [...path, 'type'], 'user'),
      }
    }
  },
}

const foreign: ReadonlySet<string> = new Set(['null', 'vds'])
