import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.web-writable',
  title: 'A disk on a web server that the guest can’t write',
  severity: 'warning',
  source:
    'QEMU block/curl.c: "curl block device does not support writes"; seen in the lab only as far as its QEMU, which has no curl',
  check(disk) {
    const isRead = disk.readonly === true || disk.device === 'cdrom'
    const isOverlay = (disk.driver?.type ?? 'raw') !== 'raw'
    if (
      disk.type !== 'network' ||
      isRead ||
      isOverlay ||
      !/^(?:https?|ftps?)$/.test(disk.source?.protocol ?? '')
    )
      return undefined
    return {
      at: ['readonly'],
      message: `QEMU can’t write to an image over ${disk.source?.protocol}. Make the disk read-only, or download the image.`,
      fix: { title: 'Make it read-only', value: true },
    }
  },
})
