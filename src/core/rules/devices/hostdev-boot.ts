import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.boot',
  title: 'Booting from what can’t be booted from',
  source:
    'libvirt 11.3: "booting from assigned devices is not supported by vhost SCSI devices", "booting from assigned devices is only supported for PCI, USB and SCSI devices"',
  *check(hostdev) {
    if (hostdev.boot === undefined || hostdev.type === undefined || bootable.has(hostdev.type)) return
    yield {
      at: ['boot'],
      message: `No firmware boots from a device of type ${hostdev.type}. Leave the boot order out.`,
      fix: { title: 'Leave the boot order out' },
    }
  },
})

const bootable: ReadonlySet<string> = new Set(['pci', 'usb', 'scsi'])
