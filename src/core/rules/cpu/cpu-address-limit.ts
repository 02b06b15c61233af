import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.address-limit',
  title: 'A limit of an address width that is emulated',
  fixIsSafe: true,
  source: "libvirt 11.3: \"attribute 'limit' is only supported for maxphysaddr mode 'passthrough'\"",
  *check({ maxphysaddr: width }) {
    if (width?.limit === undefined || width.mode === 'passthrough') return
    yield {
      at: ['maxphysaddr', 'limit'],
      message: 'The limit is for the width of the host, passed through. Say bits instead.',
      fix: { title: 'Leave the limit out' },
    }
  },
})
