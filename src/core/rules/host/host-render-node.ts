import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'host.render-node',
  title: 'A render node that the host does not have',
  source:
    'libvirt 11.3 at the start: "Path \'/dev/dri/nosuch\' is not accessible: No such file or directory"',
  check(display, context) {
    const nodes = context.host?.render_nodes
    if (nodes === undefined) return undefined
    const node = display.gl?.rendernode
    if (node === undefined || nodes.some((one) => one.path === node)) return undefined
    return {
      at: ['gl', 'rendernode'],
      message: `The host has no ${node}${nodes.length === 0 ? '' : `; it has ${nodes.map((one) => one.path).join(', ')}`}. Leave it out, and libvirt takes the first.`,
      fix: { title: 'Leave it out' },
    }
  },
})
