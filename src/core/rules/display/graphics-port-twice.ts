import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.port-twice',
  title: 'Two displays at one port',
  source: 'libvirt 11.3 at the start: "Failed to reserve port 5901"',
  *check(context) {
    const ports = devicesOf(context, 'graphics').flatMap(({ item, path }) =>
      (['port', 'tls_port', 'websocket'] as const).flatMap((key) =>
        (item[key] ?? 0) > 0 ? [{ place: [...path, key], port: item[key] }] : [],
      ),
    )
    for (const { item } of repeated(ports, ({ port }) => String(port)))
      yield {
        at: item.place,
        message: `Another display is at port ${item.port} already. Leave the port out, and libvirt finds a free one.`,
        fix: { title: 'Leave the port out' },
      }
  },
}
