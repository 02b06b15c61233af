import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'graphics.listen-differs',
  title: 'Two addresses for one display',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"graphics 'listen' attribute '::' must match 'address' attribute of first listen element (found '10.0.0.1')\", \"graphics 'socket' attribute '/a' must match 'socket' attribute of first listen element\"",
  *check(display) {
    const [first] = display.listen ?? []
    const pairs = [
      ['listen_address', display.listen_address, first?.type === 'address' ? first.address : undefined],
      ['socket', display.socket, first?.type === 'socket' ? first.socket : undefined],
    ] as const
    for (const [index, { type, socket }] of (display.listen ?? []).entries())
      if (socket !== undefined && type !== undefined && type !== 'socket')
        yield {
          at: ['listen', index, 'socket'],
          message: `A display that listens at an ${type} has no socket. Leave it out.`,
          fix: { title: 'Leave the socket out' },
        }
    for (const [key, old, said] of pairs)
      if (old !== undefined && said !== undefined && old !== said)
        yield {
          at: [key],
          message: `The display is to listen at ${old}, and at ${said} by its listen. Keep one of them.`,
          fix: { title: `Keep ${said}` },
        }
  },
})
