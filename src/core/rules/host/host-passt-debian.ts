import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'host.passt-debian',
  title: 'passt on a libvirt that is built without it',
  target: 'libvirt',
  source: 'Debian 12’s libvirt 9.0 is built without passt (rules.md; ../shared/lab/README.md)',
  check(card, context) {
    const { host } = context
    if (host?.distro !== 'debian' || host.distro_version !== '12') return undefined
    if (card.backend?.type !== 'passt') return undefined
    return {
      at: ['backend', 'type'],
      message:
        'libvirt of Debian 12 is built without passt. Take libvirt from bookworm-backports, or the qemu backend with user networking and its port forwards.',
    }
  },
})
