import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.format-gone',
  title: 'A format that QEMU does not write',
  severity: 'error',
  source:
    "libvirt 11.3: \"'cow' storage format is not supported\", \"'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead\", \"unknown driver format value 'luks'\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const format = item.driver?.type
      if (format === 'fat' && item.type !== undefined && !holdsFat.has(item.type))
        yield {
          path: at(context, ...path, 'driver', 'type'),
          message: 'fat is made of a directory: the type of the disk is dir then.',
        }
      if (format === undefined || !gone.has(format) || (format === 'dir' && item.type === 'dir')) continue
      yield {
        path: at(context, ...path, 'driver', 'type'),
        message:
          format === 'dir'
            ? 'A directory is no format: set the type of the disk to dir and the format to fat.'
            : format === 'luks'
              ? 'An encrypted image is of the format raw here, with encryption in its source.'
              : `QEMU opens no images of the format ${format}. Convert it: qemu-img convert -O qcow2.`,
      }
    }
  },
}

const gone: ReadonlySet<string> = new Set(['cow', 'dir', 'luks'])

/** A volume may be a directory. */
const holdsFat: ReadonlySet<string> = new Set(['dir', 'volume'])
