import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('hostdevs', {
  id: 'hostdev.boot',
  title: 'Booting from what can’t be booted from',
  source:
    'libvirt 11.3: "booting from assigned devices is not supported by vhost SCSI devices", "booting from assigned devices is only supported for PCI, USB and SCSI devices"',
  says: ({ said }) => `No firmware boots from a device of type ${said}. Leave the boot order out.`,
})
