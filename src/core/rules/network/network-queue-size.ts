import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.queue-size',
  title: 'A queue of a size that can’t be',
  source: 'libvirt 11.3: "rx_queue_size has to be a power of two"',
  *check(card) {
    for (const key of ['rx_queue_size', 'tx_queue_size'] as const) {
      const size = card.driver?.[key]
      if (size === undefined || size === 0 || Number.isInteger(Math.log2(size))) continue
      yield {
        at: ['driver', key],
        message: `${key} is a power of two from 256 to 1024, ${size} is not.`,
        fix: { title: 'Take 512', value: 512 },
      }
    }
  },
})
