import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.send-queue',
  title: 'A send queue that is too long',
  source:
    'QEMU 10.0 at the start: "Invalid tx_queue_size (= 1024), must be a power of 2 between 256 and 256"; longer ones are for vhost-user and vDPA',
  check(card) {
    const size = card.driver?.tx_queue_size
    if (card.type !== 'user' || size === undefined || size === 0 || size === 256) return undefined
    return {
      at: ['driver', 'tx_queue_size'],
      message: `A send queue has 256 entries; ${size} are for vhost-user and vDPA. Leave it out.`,
      fix: { title: 'Leave it out' },
    }
  },
})
