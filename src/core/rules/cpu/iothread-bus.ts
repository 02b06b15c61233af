import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('disks', {
  id: 'iothread.bus',
  title: 'An I/O thread for a disk that can’t have one',
  source: 'libvirt 11.3: "IOThreads not available for bus sata target sda"',
  says: ({ said }) =>
    `Disks on ${said} have no I/O thread${said === 'scsi' ? ' of their own: it belongs to the SCSI controller' : ', virtio disks have'}. Leave it out.`,
})
