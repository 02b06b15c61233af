import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.device-missing',
  title: 'A direct interface without the host’s device',
  source: "libvirt 11.3: \"interface type='direct' requires a 'source' element\"",
  check(card) {
    if ((card.type !== 'direct' && card.type !== 'vdpa') || (card.source?.dev ?? '') !== '') return undefined
    return {
      at: ['source', 'dev'],
      message: `An interface of type ${card.type} needs a device of the host. Set source.dev, for example to enp1s0; ip link lists them.`,
    }
  },
})
