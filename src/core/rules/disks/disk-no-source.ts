import { deviceRule } from '../support/device-rule.ts'
import { hasRawChild } from '../support/raw-xml.ts'

export const rule = deviceRule('disks', {
  id: 'disk.no-source',
  title: 'A disk without data',
  source: 'libvirt 11.3: "missing source information for device vda"',
  check(disk) {
    const { source = {}, device, target } = disk
    const { file, dev, dir, protocol, pool, path: socket, type } = source
    const says = [file, dev, dir, protocol, pool, socket, type].some(
      (held) => held !== undefined && held !== '',
    )
    if (
      disk.type === 'volume' &&
      disk.source !== undefined &&
      (pool === undefined || source.volume === undefined)
    ) {
      return {
        at: ['source'],
        message: 'A disk of the type volume needs the pool and the volume in its source.',
      }
    }
    if (says || device === 'cdrom' || device === 'floppy' || hasRawChild(source.$rest, '')) return undefined
    return {
      at: ['source'],
      message: `libvirt: “missing source information for device ${target?.dev ?? 'without a name'}”. Say where the data is: source.file for an image, source.dev for a block device. Only a cdrom or floppy may be empty.`,
    }
  },
})
