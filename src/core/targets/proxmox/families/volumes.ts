/**
 * Where the data of a disk is: a volume of a storage (`local-lvm:vm-100-disk-0`, which libvirt calls a volume of a pool),
 * a path, or nothing. PVE::Storage, parse_volume_id.
 */
import { rootDiskOf, usualDiskSize } from '../../../bundle/index.ts'
import type { Disk } from '../../../domain/index.ts'
import { withGuestWords } from '../../../systems/index.ts'
import { sizeInBytes, type UnknownRecord } from '../../../table/index.ts'
import { plain } from '../words/codec.ts'
import type { Pair } from '../words/property-list.ts'
import type { Writing } from '../writing.ts'

const volumeId = /^([a-z][\w.-]*):(\S+)$/i

/** What a volume says of the disk; undefined for the drive of cloud-init, which is no disk of anybody's. */
export function readVolume(volume: string, importFrom: string | undefined): UnknownRecord {
  if (importFrom?.startsWith('/') === true) return { type: 'file', source: { file: importFrom } }
  if (volume === 'none' || volume === '') return { type: 'file' }
  if (volume === 'cdrom') return { type: 'block', source: { dev: '/dev/cdrom' } }
  if (volume.startsWith('/dev/')) return { type: 'block', source: { dev: volume } }
  if (volume.startsWith('/')) return { type: 'file', source: { file: volume } }
  const [, pool, name] = volumeId.exec(volume) ?? []
  // `STORE:32` is a new disk of 32 GiB.
  if (pool === undefined || name === undefined || /^\d+(?:\.\d+)?$/.test(name)) return { type: 'file' }
  return { type: 'volume', source: { pool, volume: name } }
}

/** By the end of its name, as Proxmox VE tells it itself. */
export function formatOfVolume(volume: string): 'raw' | 'qcow2' | 'vmdk' {
  if (/\.qcow2$/.test(volume)) return 'qcow2'
  return /\.vmdk$/.test(volume) ? 'vmdk' : 'raw'
}

export function isCloudInitDrive(volume: string): boolean {
  return /(?:^|[:/-])cloudinit(?:\.\w+)?$/.test(volume)
}

/** The text of a volume and what has to be said beside it; undefined for what no storage has. */
export function volumeOf(writing: Writing, disk: Disk): readonly Pair[] | undefined {
  const { source } = disk
  const { names } = writing
  const isCd = disk.device === 'cdrom'
  switch (disk.type ?? 'file') {
    case 'block':
      return pathOf(source?.dev)
    case 'volume':
      return source?.pool === undefined || source.volume === undefined
        ? undefined
        : pathOf(`${source.pool}:${source.volume}`)
    case 'file':
      if (source?.file === undefined) return isCd ? [['file', 'none']] : undefined
      return isCd ? ofCd(writing, source.file) : ofFile(writing, source.file, names.storage)
    default:
      return undefined
  }
}

function pathOf(text: string | undefined): readonly Pair[] | undefined {
  const file = plain.write(text)
  return file === undefined || /\s/.test(file) ? undefined : [['file', file]]
}

function ofCd(writing: Writing, file: string): readonly Pair[] | undefined {
  const { resolved, names } = writing
  if (file === resolved.paths.seed) return [['file', `${names.storage}:cloudinit`]]
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (!/^[\w.+-]+\.(?:iso|img)$/i.test(name)) return undefined
  if (!writing.copies.some(({ from }) => from === homeOfRoot(file)))
    writing.copies.push({ from: homeOfRoot(file), into: '/var/lib/vz/template/iso' })
  return [['file', `${names.files}:iso/${name}`]]
}

function ofFile(writing: Writing, file: string, storage: string): readonly Pair[] | undefined {
  const size = newSize(writing, file)
  if (size !== undefined) {
    const gibibytes = Math.ceil((sizeInBytes(size, 1024) ?? 0) / 1024 ** 3)
    return [['file', `${storage}:${Math.max(1, gibibytes)}`]]
  }
  const path = plain.write(fetchedImage(writing, file) ?? homeOfRoot(file))
  return path === undefined
    ? undefined
    : [
        ['file', `${storage}:0`],
        ['import-from', path],
      ]
}

/** The size of a disk that is made empty. */
function newSize({ resolved }: Writing, file: string): string | undefined {
  const made = resolved.newDisks.find((one) => one.file === file)
  if (made !== undefined) return made.size
  const isRoot = file === resolved.paths.disk && file === rootDiskOf(resolved)?.source?.file
  if (!isRoot || resolved.design.spec.source !== undefined) return undefined
  return withGuestWords(resolved.design.spec).disk_size ?? `${usualDiskSize} B`
}

/** Where the script puts the image that the root disk is made of. */
function fetchedImage({ resolved }: Writing, file: string): string | undefined {
  const { source } = resolved.design.spec
  return file === resolved.paths.disk && source?.kind === 'cloud_image' ? imagePath(source.url) : undefined
}

/** The script runs as root, and a `~` is nobody's home in a setting. */
export function homeOfRoot(path: string): string {
  return path.startsWith('~/') ? `/root${path.slice(1)}` : path
}

/** A file for what is fetched from an address, by the end of the address. */
export function imagePath(url: string | undefined): string {
  const [address = ''] = (url ?? '').split(/[?#]/, 1)
  const name = /[\w.+-]{1,100}$/.exec(address)?.[0] ?? 'image'
  return `/var/tmp/${name.replace(/^[.-]+/, '')}`
}
