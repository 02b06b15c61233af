import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.network-in-session',
  title: 'A network of libvirt in a session',
  target: 'libvirt',
  source:
    'a session has no networks of its own; libvirt: "Network not found: no network with matching name \'default\'"',
  *check(context) {
    if (context.host?.connection !== 'session' || context.spec.backend === 'qemu') return
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.type !== 'network') continue
      yield {
        at: path,
        message: `A session has no network ${item.source?.network ?? 'default'}: libvirt makes networks in qemu:///system only. Set the connection of the host to system, or take the mode user.`,
        fix:
          at(context, ...path)[0] === 'network'
            ? {
                title: 'Set network.mode to user',
                changes: [{ path: ['network', 'mode'], value: 'user' }, { path: ['network', 'bridge'] }],
              }
            : undefined,
      }
    }
  },
}
