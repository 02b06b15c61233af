/** Where the data of a disk is: `volumes`, and the templates of what is made for them (CDI). */
import { rootDiskOf, usualDiskSize } from '../../../bundle/index.ts'
import type { Disk } from '../../../domain/index.ts'
import { withGuestWords } from '../../../systems/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue } from '../../../text/index.ts'
import { joinedLabel } from '../../labels.ts'
import type { Reading } from '../reading.ts'
import { text } from '../words/codec.ts'
import type { Hand } from '../words/hand.ts'
import { quantityOf, quantityOfSize, sizeOfQuantity } from '../words/quantity.ts'
import { heldAt, type Way } from '../words/tree.ts'
import type { Writing } from '../writing.ts'
import { hasOwnSeed, readSeed, saySeed } from './seed.ts'

/** Kinds of volumes by the key that says which one: a pool of libvirt's in a Domain, with that as its volume. */
const kinds: Readonly<Record<string, Way>> = {
  dataVolume: ['name'],
  persistentVolumeClaim: ['claimName'],
  ephemeral: ['persistentVolumeClaim', 'claimName'],
  containerDisk: ['image'],
  emptyDisk: ['capacity'],
  configMap: ['name'],
  secret: ['secretName'],
  serviceAccount: ['serviceAccountName'],
}

/** @returns for the data of cloud-init, which is no disk of a design, whether its texts were read or are kept */
export function readVolume(
  reading: Reading,
  name: string,
  device: string,
  volume: Hand | undefined,
): UnknownRecord | 'read' | 'kept' {
  const known = reading.context.data?.get(name)
  if (volume === undefined) return { type: 'file' }
  const seed = known === undefined ? readSeed(reading, volume) : 'none'
  if (seed !== 'none') return seed
  const file = volume.takeAs(['hostDisk', 'path'], text.read)
  if (file !== undefined) {
    // The rest says whether it is made, which is no property of the disk.
    return { type: 'file', source: { file } }
  }
  for (const [kind, key] of Object.entries(kinds)) {
    const found = volume.takeAs([kind, ...key], (held) =>
      typeof held === 'string' || typeof held === 'number' ? String(held) : undefined,
    )
    if (found === undefined) continue
    if (kind === 'dataVolume') {
      const made = readTemplate(reading, found, name, device, known !== undefined)
      if (known !== undefined) return known
      if (made !== undefined) return made
    }
    if (known !== undefined) return known
    reading.advise(
      'kubevirt.volume',
      `${kind} ${found} is kept as a volume of a storage pool of libvirt’s. Export it (virtctl vmexport, skopeo copy for an image) and put its file in its place.`,
    )
    return {
      type: 'volume',
      source: { pool: kind, volume: found },
      ...(kind === 'ephemeral' ? { transient: true } : {}),
    }
  }
  return known ?? { type: 'file' }
}

/** A volume that is made for the VM: of an address, or empty. */
function readTemplate(
  reading: Reading,
  name: string,
  disk: string,
  device: string,
  isKnown: boolean,
): UnknownRecord | undefined {
  const templates = reading.vm.peek(['spec', 'dataVolumeTemplates'])
  if (!Array.isArray(templates)) return undefined
  const found: unknown = templates.find((one) => heldAt(one, ['metadata', 'name']) === name)
  const spec = heldAt(found, ['spec'])
  const size = sizeOfQuantity(
    heldAt(spec, ['storage', 'resources', 'requests', 'storage']) ??
      heldAt(spec, ['pvc', 'resources', 'requests', 'storage']),
  )
  const url = heldAt(spec, ['source', 'http', 'url'])
  const isBlank = isRecord(heldAt(spec, ['source', 'blank']))
  if (size === undefined || !(typeof url === 'string' || isBlank)) return undefined
  if (isKnown || (typeof url === 'string' && (reading.said['source'] !== undefined || device !== 'disk'))) {
    if (isKnown) dropTemplate(reading, templates, found)
    return undefined
  }
  dropTemplate(reading, templates, found)
  if (typeof url === 'string') {
    reading.said['source'] = { kind: 'cloud_image', url }
    reading.said['disk_size'] = size
    return { type: 'file', source: { file: reading.paths.disk } }
  }
  return { type: 'file', source: { file: `${reading.paths.stateDir}/${disk}.raw` }, create: size }
}

function dropTemplate({ vm }: Reading, templates: readonly unknown[], found: unknown): void {
  vm.take(['spec', 'dataVolumeTemplates'])
  const others = templates.filter((one) => one !== found)
  if (others.length > 0) vm.putBack(['spec', 'dataVolumeTemplates'], others)
}

/** @returns undefined for a disk that there is no volume for */
export function sayVolume(writing: Writing, disk: Disk, name: string, index: number): true | undefined {
  const { source = {}, type = 'file' } = disk
  const isSeed = source.file !== undefined && source.file === writing.resolved.paths.seed
  if (isSeed && hasOwnSeed(writing)) return undefined
  if (isSeed && saySeed(writing, name)) return true
  if (type === 'volume' && source.pool !== undefined && source.volume !== undefined)
    return sayPool(writing, name, source.pool, source.volume)
  if (type === 'block') return sayClaim(writing, name, index)
  if (type === 'network') return sayNetworkDisk(writing, disk, name, index)
  if (type !== 'file') return undefined
  if (source.file === undefined) return disk.device === 'cdrom' ? true : undefined
  const made = madeOf(writing, source.file)
  const volume = joinedLabel(writing.name, name)
  if (made === undefined) {
    writing.uploads.push({ volume, file: source.file })
    writing.lacks.push({
      path: ['devices', 'disks', index, 'source'],
      message: 'The file is uploaded to a volume of the cluster, where the VM goes on with the copy.',
      byHand: 'Run create.sh where the file is.',
      severity: 'advice',
      inPart: true,
    })
  } else {
    writing.templates.push(templateOf(volume, made.source, made.size))
    writing.lacks.push({
      path: ['devices', 'disks', index, 'source'],
      message: 'The disk is a volume of the cluster, which is made with the VM.',
      byHand: 'Nothing is to be done.',
      severity: 'advice',
      inPart: true,
    })
  }
  writing.volumes.push({ name, dataVolume: { name: volume } })
  return true
}

function templateOf(name: string, source: UnknownRecord, size: string): UnknownRecord {
  return { metadata: { name }, spec: { source, storage: { resources: { requests: { storage: size } } } } }
}

function sayPool(writing: Writing, name: string, pool: string, volume: string): true {
  const key = ownValue(kinds, pool)
  const [first = '', second] = key ?? []
  const said =
    key === undefined
      ? { persistentVolumeClaim: { claimName: joinedLabel(pool, volume) } }
      : { [pool]: second === undefined ? { [first]: volume } : { [first]: { [second]: volume } } }
  writing.volumes.push({ name, ...said })
  return true
}

function sayClaim(writing: Writing, name: string, index: number): true {
  const claimName = joinedLabel(writing.name, name)
  writing.volumes.push({ name, persistentVolumeClaim: { claimName } })
  writing.lacks.push({
    path: ['devices', 'disks', index, 'source'],
    message: `A device of a node is a claim here (${claimName}), which has to be there.`,
    byHand: 'Make a local PersistentVolume of the device with volumeMode Block, and the claim for it.',
    inPart: true,
  })
  return true
}

/** An image at an address is fetched; what else the network has is for a driver of the cluster's storage. */
function sayNetworkDisk(writing: Writing, { source = {} }: Disk, name: string, index: number): true {
  const { protocol, hosts = [], name: path = '', query } = source
  const [host] = hosts
  if ((protocol !== 'https' && protocol !== 'http') || host?.name === undefined)
    return sayClaim(writing, name, index)
  const port = host.port === undefined ? '' : `:${host.port}`
  const url = `${protocol}://${host.name}${port}/${path.replace(/^\//, '')}${query === undefined ? '' : `?${query}`}`
  const volume = joinedLabel(writing.name, name)
  writing.templates.push(templateOf(volume, { http: { url } }, quantityOf(usualDiskSize)))
  writing.volumes.push({ name, dataVolume: { name: volume } })
  writing.lacks.push({
    path: ['devices', 'disks', index, 'source'],
    message: 'The image is fetched once, into a volume of 20 GiB.',
    byHand: 'Say another size in dataVolumeTemplates where it is larger.',
    inPart: true,
  })
  return true
}

interface Made {
  readonly source: UnknownRecord
  readonly size: string
}

/** Undefined for a file that is there already. */
function madeOf({ resolved }: Writing, file: string): Made | undefined {
  const made = resolved.newDisks.find((one) => one.file === file)
  if (made !== undefined) return { source: { blank: {} }, size: quantityOfSize(made.size) ?? '20Gi' }
  if (file !== resolved.paths.disk || rootDiskOf(resolved)?.source?.file !== file) return undefined
  const { source } = resolved.design.spec
  const said = withGuestWords(resolved.design.spec).disk_size
  const size = quantityOfSize(said) ?? quantityOf(usualDiskSize)
  if (source === undefined) return { source: { blank: {} }, size }
  if (source.kind !== 'cloud_image' || source.url === undefined || !/^https?:\/\/\S+$/.test(source.url))
    return undefined
  return { source: { http: { url: source.url } }, size }
}
