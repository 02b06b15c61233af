import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.unstable-name',
  title: 'A disk of the host by a name that changes',
  severity: 'warning',
  source:
    'Linux numbers disks in the order that it finds them; /dev/disk/by-id stays (udev); not seen in the lab',
  check(disk) {
    const dev = disk.source?.dev ?? ''
    if (
      disk.type !== 'block' ||
      !/^\/dev\/(?:[hsv]d[a-z]+\d*|nvme\d+n\d+(?:p\d+)?)$/.test(dev) ||
      disk.device === 'cdrom' ||
      disk.device === 'floppy'
    )
      return undefined
    return {
      at: ['source', 'dev'],
      message: `${dev} may be another disk after the next start of the host. Take its name in /dev/disk/by-id.`,
    }
  },
})
