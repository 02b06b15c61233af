import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.kind-unsupported',
  title: 'A kind of network of another hypervisor',
  source:
    'libvirt 11.3: "network device type \'vds\' is not supported by this hypervisor", and the same for null',
  *check(card) {
    if (!foreign.has(card.type ?? '')) return
    yield {
      at: ['type'],
      message: `QEMU has no network of type ${card.type}: that is for VMware or VirtualBox. user needs no rights.`,
      fix: { title: 'Take user', value: 'user' },
    }
  },
})

const foreign: ReadonlySet<string> = new Set(['null', 'vds'])
