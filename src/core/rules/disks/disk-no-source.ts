import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import { hasRawChild } from '../support/raw-xml.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.no-source',
  title: 'A disk without data',
  severity: 'error',
  source: 'libvirt 11.3: "missing source information for device vda"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const { source = {}, device, target } = item
      const { file, dev, dir, protocol, pool, path: socket, type } = source
      const says = [file, dev, dir, protocol, pool, socket, type].some(
        (held) => held !== undefined && held !== '',
      )
      if (
        item.type === 'volume' &&
        item.source !== undefined &&
        (pool === undefined || source.volume === undefined)
      ) {
        yield {
          path: at(context, ...path, 'source'),
          message: 'A disk of the type volume needs the pool and the volume in its source.',
        }
        continue
      }
      if (says || device === 'cdrom' || device === 'floppy' || hasRawChild(source.$rest, '')) continue
      yield {
        path: at(context, ...path, 'source'),
        message: `libvirt: “missing source information for device ${target?.dev ?? 'without a name'}”. Say where the data is: source.file for an image, source.dev for a block device. Only a cdrom or floppy may be empty.`,
      }
    }
  },
}
