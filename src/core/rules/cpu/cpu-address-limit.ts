import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.address-limit',
  title: 'A limit of an address width that is emulated',
  severity: 'error',
  fixIsSafe: true,
  source: "libvirt 11.3: \"attribute 'limit' is only supported for maxphysaddr mode 'passthrough'\"",
  *check(context) {
    const width = context.domain.cpu?.maxphysaddr
    if (width?.limit === undefined || width.mode === 'passthrough') return
    yield {
      at: ['cpu', 'maxphysaddr', 'limit'],
      message: 'The limit is for the width of the host, passed through. Say bits instead.',
      fix: { title: 'Leave the limit out' },
    }
  },
}
