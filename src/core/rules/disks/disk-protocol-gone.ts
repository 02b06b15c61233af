import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('disks', {
  id: 'disk.protocol-gone',
  title: 'A storage protocol that is gone',
  source: 'libvirt 11.3: "\'sheepdog\' protocol is no longer supported by any hypervisor driver"',
  field: ['source', 'protocol'],
  words: ['sheepdog', 'vxhs'],
  says: (protocol) =>
    `No QEMU speaks ${protocol} any more (gone with ${protocol === 'sheepdog' ? '6.1' : '5.2'}). Move the image elsewhere.`,
})
