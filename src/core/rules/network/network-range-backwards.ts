import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.range-backwards',
  title: 'A range of ports that ends before it starts',
  source: 'passt at the start: "Invalid port specifier 3000-2000"',
  *check(card) {
    for (const [number, { ranges }] of (card.port_forwards ?? []).entries())
      for (const [index, { start, end }] of (ranges ?? []).entries()) {
        if (start === undefined || end === undefined || end >= start) continue
        const where = ['port_forwards', number, 'ranges', index]
        yield {
          at: [...where, 'end'],
          message: `The range goes from port ${start} to ${end}, backwards. Exchange the two.`,
          fix: {
            title: 'Exchange the two',
            all: [
              { at: [...where, 'start'], value: end },
              { at: [...where, 'end'], value: start },
            ],
          },
        }
      }
  },
})
