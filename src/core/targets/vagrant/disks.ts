/** The disks beside the box, and CDs. */
import { sizeInBytes } from '../../table/index.ts'
import { line, wholePath } from '../plain/codecs.ts'
import { seedName } from '../plain/disk-file.ts'
import { rootImage } from '../plain/image.ts'
import type { Part } from '../plain/part.ts'
import { takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import { named, ruby } from './ruby.ts'

export function disksOf(saying: Saying): string[] {
  const { root, resolved } = saying
  const image = rootImage(resolved)
  const parts = root.parts('devices.disks')
  const first = image?.index ?? parts.findIndex((part) => (part.text('device') ?? 'disk') === 'disk')
  const made = (part: Part) => resolved.newDisks.find(({ file }) => file === part.peek('source.file'))
  return parts.flatMap((part, index) => {
    const bus = () => part.take('target.bus', line)
    if (index === first) {
      const wanted = bus()
      const size = sizeInBytes(resolved.design.spec.disk_size ?? made(part)?.size ?? '')
      return [
        ...(wanted === undefined ? [] : [`v.disk_bus = ${ruby(wanted)}`]),
        ...(size === undefined ? [] : [`v.machine_virtual_size = ${Math.ceil(size / 1024 ** 3)}`]),
      ]
    }
    if (index === saying.seedIndex) {
      part.take('source.file', () => true)
      part.pass('driver', { name: 'qemu', type: 'raw' })
      part.pass('device', 'cdrom')
      part.pass('type', 'file')
      part.pass('readonly', true)
      return [
        `v.storage :file, device: :cdrom, ${named({ bus: bus(), dev: part.take('target.dev', line) })}, path: File.expand_path(${ruby(seedName)}, __dir__)`,
      ]
    }
    const madeDisk = made(part)
    if (part.text('device') === 'cdrom') {
      const path = part.take('source.file', wholePath)
      if (path === undefined) return []
      part.pass('device', 'cdrom')
      part.pass('type', 'file')
      part.pass('readonly', true)
      part.pass('driver', { name: 'qemu', type: 'raw' })
      return [
        `v.storage :file, device: :cdrom, ${named({ bus: bus(), dev: part.take('target.dev', line), path })}`,
      ]
    }
    if (madeDisk === undefined) return []
    part.take('source.file', () => true)
    saying.lacks.push({
      path: [...part.path, 'source', 'file'],
      message: 'Vagrant makes the disk in a pool of libvirt.',
      byHand: 'Say storage_pool_name for another pool.',
      inPart: true,
      severity: 'advice',
    })
    part.pass('type', 'file')
    part.pass('device', 'disk')
    part.pass('driver.name', 'qemu')
    const keys = {
      size: madeDisk.size ?? '20G',
      type: part.take('driver.type', line),
      ...takeRows(part, [
        ['target.bus', 'bus', line],
        ['target.dev', 'device', line],
        ['driver.cache', 'cache', line],
        ['driver.io', 'io', line],
        ['driver.discard', 'discard', line],
        ['driver.detect_zeroes', 'detect_zeroes', line],
        ['serial', 'serial', line],
        ['wwn', 'wwn', line],
      ]),
    }
    return [`v.storage :file, ${named(keys)}`]
  })
}
