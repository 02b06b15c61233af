/** Disks, CDs and shares: devices of the type disk. doc/reference/devices_disk.md of lxc/incus. */

import { usualDiskSize } from '../../bundle/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { setOwn } from '../../text/index.ts'
import { line, whole, wholePath, words } from '../plain/codecs.ts'
import { passSeed } from '../plain/disk-file.ts'
import type { RootImage } from '../plain/image.ts'
import type { Codec, Part } from '../plain/part.ts'
import { sizeOf } from './config.ts'
import type { Instance } from './instance.ts'

/** The pool that the default profile of a new server names. */
const pool = 'default'

const caches = words({ none: 'none', writeback: 'writeback', unsafe: 'unsafe' })

export function sayDisks(instance: Instance, image: RootImage | undefined): void {
  const { saying } = instance
  const { root, resolved } = saying
  const all = root.parts('devices.disks')
  const isNew = (part: Part) => resolved.newDisks.find(({ file }) => file === part.peek('source.file'))
  const first = image === undefined ? all.findIndex((part) => isNew(part) !== undefined) : image.index
  const rootPart = all[first]
  const bytes = sizeInBytes(resolved.design.spec.disk_size ?? '', 1)
  const ofNew = rootPart && isNew(rootPart)
  const newBytes = ofNew === undefined ? undefined : (sizeInBytes(ofNew.size ?? '') ?? usualDiskSize)
  const wanted = resolved.design.spec.source?.kind === 'imported' ? undefined : bytes
  const size = newBytes ?? wanted
  instance.addDevice('root', 'disk', rootPart ?? root, {
    path: '/',
    pool,
    size: size === undefined ? undefined : sizeOf(Math.floor(size)),
    ...(rootPart === undefined ? {} : commonKeys(instance, rootPart)),
  })
  if (rootPart !== undefined) {
    const isMade = rootPart.peek('source.file') === resolved.paths.disk || image?.isDisk === true
    if (isMade) rootPart.take('source.file', () => true)
    else if (newBytes !== undefined) lackOfPlace(instance, rootPart)
    rootPart.pass('type', 'file')
    rootPart.pass('target.dev', 'vda', 'sda')
    takeFormat(rootPart)
  }
  for (const [index, part] of all.entries()) {
    if (index === first) continue
    if (index === saying.seedIndex) passSeed(part)
    else sayDisk(instance, part, isNew(part)?.size)
  }
  for (const share of root.parts('devices.filesystems')) sayShare(instance, share)
}

/** The server keeps volumes in a format of the pool’s. */
function takeFormat(part: Part): void {
  part.pass('device', 'disk')
  part.pass('driver.name', 'qemu')
  part.pass('driver.type', 'qcow2', 'raw')
}

function commonKeys(instance: Instance, part: Part): Record<string, unknown> {
  const buses = {
    virtio: 'virtio-blk',
    nvme: 'nvme',
    scsi: 'virtio-scsi',
    ...(instance.isLxd ? {} : { usb: 'usb' }),
  }
  const keys: Record<string, unknown> = {
    'io.bus': part.take('target.bus', words(buses)),
    'io.cache': part.take('driver.cache', caches),
    'boot.priority': instance.takePriority(part),
  }
  const rows: readonly (readonly [string, string, string])[] = [
    ['total', 'limits.max', ''],
    ['read', 'limits.read', ''],
    ['write', 'limits.write', ''],
  ]
  for (const [kind, key] of rows)
    setOwn(
      keys,
      key,
      part.take(`iotune.${kind}_bytes_sec`, limit('B')) ??
        part.take(`iotune.${kind}_iops_sec`, limit('iops')),
    )
  return keys
}

function limit(unit: string): Codec<string> {
  return (held) => {
    const number = whole(held) ?? (/^\d{1,15}$/.test(String(held)) ? Number(held) : 0)
    return number > 0 ? `${number}${unit}` : undefined
  }
}

const deviceName: Codec<string> = (held) =>
  typeof held === 'string' && /^[a-z][a-z\d]{1,14}$/.test(held) && held !== 'root' ? held : undefined

function sayDisk(instance: Instance, part: Part, newSize: string | undefined): void {
  const device = part.text('device') ?? 'disk'
  const wanted = deviceName(part.peek('target.dev'))
  if (wanted === undefined || instance.devices.has(wanted) || device === 'floppy') return
  const where = whereOf(instance, part, device, wanted, newSize)
  if (where === undefined) return
  part.take('target.dev', deviceName)
  takeFormat(part)
  if (device === 'cdrom') {
    part.pass('device', 'cdrom')
    part.pass('readonly', true)
  }
  const isReadonly = device !== 'cdrom' && part.pass('readonly', true)
  const keys = commonKeys(instance, part)
  instance.addDevice(wanted, 'disk', part, { ...where, readonly: isReadonly ? true : undefined, ...keys })
}

function lackOfPlace({ saying }: Instance, part: Part): void {
  part.take('source.file', () => true)
  saying.lacks.push({
    path: [...part.path, 'source', 'file'],
    message: 'The disk is a volume of a storage pool, which decides where it is.',
    byHand: 'Name another pool in instance.yaml and create.sh.',
    inPart: true,
    severity: 'advice',
  })
}

function whereOf(
  instance: Instance,
  part: Part,
  device: string,
  wanted: string,
  newSize: string | undefined,
): Record<string, string> | undefined {
  const { name, volumes } = instance
  const type = part.text('type') ?? 'file'
  if (type === 'file' && part.peek('source.file') !== undefined && newSize !== undefined) {
    const volume = `${name}-${wanted}`
    volumes.set(volume, Math.floor(sizeInBytes(newSize) ?? usualDiskSize))
    part.pass('type', 'file')
    lackOfPlace(instance, part)
    return { pool, source: volume }
  }
  if (type === 'file' && device === 'cdrom') {
    const source = part.take('source.file', (held) =>
      /\.iso$/.test(String(held)) ? wholePath(held) : undefined,
    )
    if (source !== undefined) part.pass('type', 'file')
    return source === undefined ? undefined : { source }
  }
  if (type === 'block') {
    const source = part.take('source.dev', wholePath)
    if (source !== undefined) part.pass('type', 'block')
    return source === undefined ? undefined : { source }
  }
  if (type !== 'volume' || line(part.peek('source.pool')) === undefined) return undefined
  const source = part.take('source.volume', line)
  if (source === undefined) return undefined
  part.pass('type', 'volume')
  return { pool: part.take('source.pool', line) ?? pool, source }
}

function sayShare(instance: Instance, part: Part): void {
  if ((part.text('type') ?? 'mount') !== 'mount') return
  const tag = /^[\w.-]{1,60}$/.exec(part.text('target.dir') ?? '')?.[0]
  const source = tag === undefined ? undefined : part.take('source.dir', wholePath)
  if (source === undefined || tag === undefined) return
  part.pass('type', 'mount')
  const bus = part.take('driver.type', words({ virtiofs: 'virtiofs', path: '9p' }))
  instance.addDevice(instance.deviceName(`share-${tag}`), 'disk', part, {
    source,
    path: `/mnt/${tag}`,
    'io.bus': bus ?? '9p',
    readonly: part.pass('readonly', true) ? true : undefined,
  })
  part.take('target.dir', () => true)
  part.pass('accessmode', 'passthrough')
  instance.saying.lacks.push({
    path: [...part.path, 'target'],
    message: `incus-agent mounts a share, at /mnt/${tag}; nothing has to mount it by its tag.`,
    byHand: 'Install incus-agent in the guest, or mount the share by the name of its device.',
    inPart: true,
    severity: 'advice',
  })
}
