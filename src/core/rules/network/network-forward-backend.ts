import { devicesOf } from '../support/devices.ts'
import { at, changeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.forward-backend',
  title: 'Port forwards without passt',
  severity: 'error',
  source:
    "libvirt 11.3: \"The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'\"",
  *check(context) {
    const isQemuAlone = context.spec.backend === 'qemu'
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if ((item.port_forwards ?? []).length === 0) continue
      const isPasst = item.backend?.type === 'passt'
      const canForward = item.type === 'user' || item.type === 'vhostuser'
      if (isPasst && canForward) continue
      // The user network of QEMU itself forwards ports.
      if (isQemuAlone && item.type === 'user') continue
      yield {
        path: at(context, ...path, 'port_forwards'),
        message: canForward
          ? 'Only passt forwards ports; with another backend no port opens on the host. Set the backend to passt.'
          : `An interface of type ${item.type} can’t forward ports: the guest has an address of its own there. Take the type user, or remove the forwards.`,
        fix: canForward
          ? setFix(context, 'Set the backend to passt', [...path, 'backend', 'type'], 'passt')
          : changeFix(context, 'Remove the forwards', [
              { path: [...path, 'port_forwards'] },
              { path: [...path, 'backend', 'type'] },
            ]),
      }
    }
  },
}
