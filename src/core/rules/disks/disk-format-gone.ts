import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.format-gone',
  title: 'A format that QEMU does not write',
  source:
    "libvirt 11.3: \"'cow' storage format is not supported\", \"'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead\", \"unknown driver format value 'luks'\"",
  *check(disk) {
    const format = disk.driver?.type
    if (format === 'fat' && disk.type !== undefined && !holdsFat.has(disk.type))
      yield {
        at: ['driver', 'type'],
        message: 'fat is made of a directory: the type of the disk is dir then.',
      }
    if (format === undefined || !gone.has(format) || (format === 'dir' && disk.type === 'dir')) return
    yield {
      at: ['driver', 'type'],
      message:
        format === 'dir'
          ? 'A directory is no format: set the type of the disk to dir and the format to fat.'
          : format === 'luks'
            ? 'An encrypted image is of the format raw here, with encryption in its source.'
            : `QEMU opens no images of the format ${format}. Convert it: qemu-img convert -O qcow2.`,
    }
  },
})

const gone: ReadonlySet<string> = new Set(['cow', 'dir', 'luks'])

/** A volume may be a directory. */
const holdsFat: ReadonlySet<string> = new Set(['dir', 'volume'])
