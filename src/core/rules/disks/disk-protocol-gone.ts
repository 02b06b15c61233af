import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.protocol-gone',
  title: 'A storage protocol that is gone',
  source: 'libvirt 11.3: "\'sheepdog\' protocol is no longer supported by any hypervisor driver"',
  *check(disk) {
    const protocol = disk.source?.protocol
    if (protocol !== 'sheepdog' && protocol !== 'vxhs') return
    yield {
      at: ['source', 'protocol'],
      message: `No QEMU speaks ${protocol} any more (gone with ${protocol === 'sheepdog' ? '6.1' : '5.2'}). Move the image elsewhere.`,
    }
  },
})
