import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('interfaces', {
  id: 'network.kind-unsupported',
  title: 'A kind of network of another hypervisor',
  source:
    'libvirt 11.3: "network device type \'vds\' is not supported by this hypervisor", and the same for null',
  field: ['type'],
  words: ['null', 'vds'],
  says: (type) =>
    `QEMU has no network of type ${type}: that is for VMware or VirtualBox. user needs no rights.`,
  fix: { title: 'Take user', value: 'user' },
})
