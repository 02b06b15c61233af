import { devicesOf } from '../support/devices.ts'
import { repeatedRule } from '../support/repeated-rule.ts'
import type { RuleContext } from '../support/rule.ts'

export const rule = repeatedRule(portsOf, {
  id: 'graphics.port-twice',
  title: 'Two displays at one port',
  source: 'libvirt 11.3 at the start: "Failed to reserve port 5901"',
  same: ({ port }) => String(port),
  says: ({ port }) =>
    `Another display is at port ${port} already. Leave the port out, and libvirt finds a free one.`,
  fix: { title: 'Leave the port out' },
})

function portsOf(context: RuleContext) {
  return devicesOf(context, 'graphics').flatMap(({ item, path }) =>
    (['port', 'tls_port', 'websocket'] as const).flatMap((key) =>
      (item[key] ?? 0) > 0 ? [{ path: [...path, key], port: item[key] }] : [],
    ),
  )
}
