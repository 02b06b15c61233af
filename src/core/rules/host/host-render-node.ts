import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.render-node',
  title: 'A render node that the host does not have',
  severity: 'error',
  source:
    'libvirt 11.3 at the start: "Path \'/dev/dri/nosuch\' is not accessible: No such file or directory"',
  *check(context) {
    const nodes = context.host?.render_nodes
    if (nodes === undefined) return
    for (const { item, path } of devicesOf(context, 'graphics')) {
      const node = item.gl?.rendernode
      if (node === undefined || nodes.some((one) => one.path === node)) continue
      yield {
        path: at(context, ...path, 'gl', 'rendernode'),
        message: `The host has no ${node}${nodes.length === 0 ? '' : `; it has ${nodes.map((one) => one.path).join(', ')}`}. Leave it out, and libvirt takes the first.`,
        fix: removeFix(context, 'Leave it out', [...path, 'gl', 'rendernode']),
      }
    }
  },
}
