import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('interfaces', {
  id: 'network.vhostuser-backend',
  title: 'A tap device for a vhost-user interface',
  source: 'libvirt 11.3: "custom tap device path is not supported for network interfaces of type vhostuser"',
  says: ({ key, said }) =>
    `An interface of type ${said} has no ${key === 'backend.tap' ? 'tap device' : 'vhost device'}.`,
})
