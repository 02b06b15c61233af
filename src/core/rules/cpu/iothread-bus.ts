import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'iothread.bus',
  title: 'An I/O thread for a disk that can’t have one',
  source: 'libvirt 11.3: "IOThreads not available for bus sata target sda"',
  *check(disk) {
    const bus = busOfDisk(disk)
    const key = (['iothread', 'iothreads'] as const).find((one) => disk.driver?.[one] !== undefined)
    if (key === undefined || bus === 'virtio') return
    yield {
      at: ['driver', key],
      message: `Disks on ${bus} have no I/O thread${bus === 'scsi' ? ' of their own: it belongs to the SCSI controller' : ', virtio disks have'}. Leave it out.`,
      fix: { title: 'Leave the I/O thread out' },
    }
  },
})
