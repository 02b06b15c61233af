import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.directory',
  title: 'A directory as a disk that is not read-only FAT',
  source:
    "libvirt 11.3: \"storage type 'dir' requires use of storage format 'fat'\", \"virtual FAT storage can't be accessed in read-write mode\"",
  check(disk) {
    const isFat = disk.driver?.type === 'fat'
    const isReadOnly = disk.readonly === true || disk.device === 'cdrom' || disk.device === 'floppy'
    if (disk.type !== 'dir' || (isFat && isReadOnly)) return undefined
    return {
      at: ['type'],
      message:
        'QEMU shows a directory as a FAT file system that can only be read. Set the format to fat and readonly; a share is the way to write.',
      fix: {
        title: 'Make it read-only FAT',
        all: [
          ...(isFat ? [] : [{ at: ['driver', 'type'], value: 'fat' }]),
          ...(isReadOnly ? [] : [{ at: ['readonly'], value: true }]),
        ],
      },
    }
  },
})
