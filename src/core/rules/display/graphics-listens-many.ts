import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'graphics.listens-many',
  title: 'A display that listens at several addresses',
  source: 'libvirt 11.3 at the start: "QEMU does not support multiple listens for one graphics device."',
  check({ listen }) {
    if (!Array.isArray(listen) || listen.length < 2) return undefined
    return {
      at: ['listen'],
      message: 'A display listens at one address, this one at several. Keep one; 0.0.0.0 is all of them.',
      fix: { title: 'Keep the first', all: [{ at: ['listen'], value: listen.slice(0, 1) }] },
    }
  },
})
