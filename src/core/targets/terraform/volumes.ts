/** The volumes that a VM stands on: each a resource of its own, in place of a path of the Domain. */
import { isFetched, lastOf, packerOf, rootDiskOf, usualDiskSize } from '../../bundle/index.ts'
import type { Path } from '../../finding.ts'
import type { Resolved } from '../../resolve/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { hclName, hclText } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import type { Lack } from '../lacks.ts'
import { hclHostPath } from './expression.ts'
import type { HclBlock } from './hcl.ts'

/** A disk that the configuration makes, in place of a path of the Domain. */
export interface Volume {
  /** The path that it has in the Domain. */
  readonly file: string
  /** The resource that the disk is, as it is called in expressions: `libvirt_volume.root`. */
  readonly resource: string
  /** The volumes of the pool that it needs, what others stand on first. */
  readonly wishes: readonly VolumeWish[]
  /** What the provider makes an image of cloud-init from. */
  readonly cloudInit?: HclBlock
}

export interface Volumes {
  readonly volumes: readonly Volume[]
  readonly lacks: readonly Lack[]
}

/** A volume of the pool, whatever the version of the provider calls its fields. */
export interface VolumeWish {
  /** Names the resource, and the volume behind the name of the VM. */
  readonly label: string
  readonly name: string
  /** The place of the design that wants it. */
  readonly path: Path
  readonly comment?: string
  /** Where its content is from, as an expression; undefined for an empty one. */
  readonly url?: string
  readonly format?: string
  readonly bytes?: number
  /** The volume below it. */
  readonly below?: { readonly label: string; readonly format: string }
}

/** All volumes but that of the seed. */
export function volumesOf(resolved: Resolved): Volumes {
  const root = rootVolume(resolved)
  const empty = resolved.newDisks.map((disk) => newVolume(resolved, disk)).filter((one) => one !== undefined)
  const { media = [] } = resolved.installation ?? {}
  const cds = media.flatMap(({ device, file, url, path }): Volume[] => {
    const content = url === undefined ? undefined : hclText(url)
    if (content === undefined) return []
    return [volume(file, { label: device, name: `${device}.iso`, path, url: content })]
  })
  return {
    volumes: [...root.volumes, ...empty.map(({ made }) => made), ...cds],
    lacks: [...root.lacks, ...empty.map(({ lack }) => lack)],
  }
}

/** An empty disk; undefined when the domain has it no more. */
function newVolume(
  resolved: Resolved,
  { file, format: type, size }: Resolved['newDisks'][number],
): { readonly made: Volume; readonly lack: Lack } | undefined {
  const disks = resolved.domain.devices?.disks ?? []
  const index = disks.findIndex(({ source }) => source?.file === file)
  if (index < 0) return undefined
  const label = hclName(`disk_${disks[index]?.target?.dev ?? index}`)
  const path = designPlace(resolved)(['devices', 'disks', index])
  const bytes = bytesOf(size) ?? usualDiskSize
  const name = `${label}.${type}`
  return {
    made: volume(file, { label, name, path, format: type, bytes }),
    lack: {
      path: [...path, 'source', 'file'],
      message: 'The disk is made in a storage pool of libvirt, which decides where its file is.',
      byHand: 'Name another pool with -var pool=NAME.',
      inPart: true,
      severity: 'advice',
    },
  }
}

/** A volume by itself. */
export function volume(file: string, wish: VolumeWish): Volume {
  return { file, resource: `libvirt_volume.${wish.label}`, wishes: [wish] }
}

function bytesOf(size: string | undefined): number | undefined {
  const bytes = sizeInBytes(size ?? '')
  return bytes === undefined ? undefined : Math.floor(bytes)
}

/** The disk that the design makes of its source. */
function rootVolume(resolved: Resolved): Volumes {
  const { design } = resolved
  const { source, disk_size: size } = design.spec
  const disk = rootDiskOf(resolved)
  const file = disk?.source?.file
  if (disk === undefined || file === undefined) return { volumes: [], lacks: [] }
  const type = disk.driver?.type ?? 'qcow2'
  const bytes = bytesOf(size)
  const sizePath: Path = ['disk_size']
  switch (source?.kind) {
    case 'cloud_image':
      return ofImage(resolved, file, type, bytes)
    case 'bootc':
    case 'bootstrap':
    case 'clone':
      return { volumes: [], lacks: [madeElsewhere(source.kind, file)] }
    default: {
      const wish = { label: 'root', name: `root.${type}`, path: sizePath, format: type }
      return { volumes: [volume(file, { ...wish, bytes: bytes ?? usualDiskSize })], lacks: [] }
    }
  }
}

const kinds = { bootc: 'a bootable container', bootstrap: 'packages', clone: 'another VM' } as const

function madeElsewhere(kind: keyof typeof kinds, file: string): Lack {
  return {
    path: ['source'],
    message: `The provider makes no disk of ${kinds[kind]}.`,
    byHand: `Make it with create.sh of the bundle first, at ${file}.`,
  }
}

/** The image as it is published, and above it what the VM writes. */
function ofImage(resolved: Resolved, file: string, type: string, bytes: number | undefined): Volumes {
  const { design } = resolved
  const { source = {} } = design.spec
  const { url = '' } = source
  const path: Path = ['source', 'url']
  const content = isFetched(url) ? hclText(url) : localImage(url)
  const lacks = imageLacks(resolved)
  if (content === undefined)
    return {
      volumes: [],
      lacks: [
        ...lacks,
        {
          path,
          message: 'HCL can’t say this address: it has text in its composed form only (NFC).',
          byHand: 'Rename the image.',
        },
      ],
    }
  const image = { url: content, path }
  // Without a size the image itself is the disk.
  if (type !== 'qcow2' || bytes === undefined) {
    const name = `root.${type}`
    const wish = { ...image, label: 'root', name, format: type, ...(bytes === undefined ? {} : { bytes }) }
    const converts: Lack = {
      path,
      message: `The provider does not convert an image: what is fetched has to be ${type} already.`,
      byHand: `qemu-img convert -O ${type} makes it so; say the path of that one as the image.`,
      inPart: true,
    }
    const isOther = type !== imageFormat(url)
    return { volumes: [volume(file, wish)], lacks: isOther ? [...lacks, converts] : lacks }
  }
  const below = { label: 'base', format: imageFormat(url) }
  const base = { ...image, label: 'base', name: lastOf(url), format: below.format }
  const root = { label: 'root', name: 'root.qcow2', path: ['disk_size'], format: 'qcow2', bytes, below }
  return {
    volumes: [
      {
        file,
        resource: 'libvirt_volume.root',
        wishes: [{ ...base, comment: 'The image as it is published; it is never written to.' }, root],
      },
    ],
    lacks,
  }
}

/** What the end of an address says; publishers of cloud images call qcow2 `.img` as well. */
function imageFormat(url: string): string {
  return /\.(?:raw|raw\.\w+)$/i.test(lastOf(url)) ? 'raw' : 'qcow2'
}

/** A path beside the configuration, when it is not whole. */
function localImage(url: string): string | undefined {
  const file = url.replace(/^file:\/\/(localhost)?(?=\/)/i, '')
  if (file.startsWith('/') || file.startsWith('~/')) return hclHostPath(file)
  const text = hclText(`/${file}`)
  return text === undefined ? undefined : `"$\{abspath(path.module)}${text.slice(1)}`
}

function imageLacks({ design }: Resolved): Lack[] {
  const { source = {} } = design.spec
  const lacks: Lack[] = []
  const packer = packerOf(source)
  if (packer !== undefined)
    lacks.push({
      path: ['source', 'url'],
      message: 'The provider does not unpack an image.',
      byHand: `Fetch it, unpack it with ${packer}, and say its path in place of the address.`,
      inPart: true,
    })
  for (const key of ['checksum', 'checksum_url'] as const)
    if (source[key] !== undefined)
      lacks.push({
        path: ['source', key],
        message: 'The provider compares no image with a checksum.',
        byHand: 'Fetch the image, compare it with sha256sum, and say its path in place of the address.',
      })
  if (source.cache !== undefined)
    lacks.push({
      path: ['source', 'cache'],
      message: 'The provider keeps what it fetched as a volume of the pool.',
      byHand: 'Name another pool with -var pool=NAME.',
      severity: 'advice',
    })
  return lacks
}
