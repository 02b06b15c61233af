import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.name-missing',
  title: 'A network without its name',
  source: "libvirt 11.3: \"interface type='network' requires a 'source' element\"",
  check(card) {
    if (card.type !== 'network' || (card.source?.network ?? '') !== '') return undefined
    return {
      at: ['source', 'network'],
      message:
        'The interface goes to a network of libvirt, and none is named. The usual one is called default.',
      fix: { title: 'Take the network default', value: 'default' },
    }
  },
})
