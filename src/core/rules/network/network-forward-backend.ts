import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.forward-backend',
  title: 'Port forwards without passt',
  source:
    "libvirt 11.3: \"The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'\"",
  check(card, context) {
    const isQemuAlone = context.spec.backend === 'qemu'
    if ((card.port_forwards ?? []).length === 0) return undefined
    const isPasst = card.backend?.type === 'passt'
    const canForward = card.type === 'user' || card.type === 'vhostuser'
    if (isPasst && canForward) return undefined
    // The user network of QEMU itself forwards ports.
    if (isQemuAlone && card.type === 'user') return undefined
    return {
      at: ['port_forwards'],
      message: canForward
        ? 'Only passt forwards ports; with another backend no port opens on the host. Set the backend to passt.'
        : `An interface of type ${card.type} can’t forward ports: the guest has an address of its own there. Take the type user, or remove the forwards.`,
      fix: canForward
        ? { title: 'Set the backend to passt', at: ['backend', 'type'], value: 'passt' }
        : {
            title: 'Remove the forwards',
            all: [{ at: ['port_forwards'] }, { at: ['backend', 'type'] }],
          },
    }
  },
})
