import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.teaming',
  title: 'A team of cards that can’t be one',
  source:
    'libvirt 11.3: "virtio-net teaming transient interface must be type=\'hostdev\'", "virtio-net teaming persistent interface must be <model type=\'virtio\'/>"',
  check(card) {
    const { teaming } = card
    const isOfHost = card.type === 'hostdev' || card.type === 'network'
    const wrong =
      teaming?.type === 'transient' && !isOfHost
        ? `The transient card of a team is one passed through from the host, this one is of type ${card.type}.`
        : teaming?.type === 'transient' && teaming.persistent === undefined
          ? 'The transient card of a team names the alias of its partner in `persistent`.'
          : teaming?.type === 'persistent' && !/^virtio/.test(card.model?.type ?? '')
            ? `The persistent card of a team is of the model virtio, this one is ${card.model?.type ?? 'not said'}.`
            : undefined
    return wrong !== undefined
      ? { at: ['teaming'], message: wrong, fix: { title: 'Leave the team' } }
      : undefined
  },
})
