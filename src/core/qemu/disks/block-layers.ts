/** Chains of block nodes: for each layer the storage, and above it the format. libvirt's names for them. */
import type { Disk } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, hasQemu, leftOut } from '../build/index.ts'
import { blockdev, blockdevOverNothing } from './blockdev.ts'
import { caches, type Format, formatDrivers, isCacheMode, isFormat } from './disk-words.ts'
import { decryptsInCeph } from './network-node.ts'
import { type Node, type Source, type StorageContext, secretObject } from './storage-context.ts'
import { storageNode } from './storage-node.ts'
import { idText, namedGroup, nodeText, renderLimits, renderThrottle } from './throttle.ts'

/** One image of a chain. */
interface Layer {
  readonly type?: string | undefined
  readonly format?: string | undefined
  readonly metadata_cache?: string | undefined
  readonly source?: Source | undefined
  readonly encryption?: Disk['encryption']
  readonly backing?: NonNullable<Disk['backing_store']> | undefined
  readonly readonly: boolean
  readonly path: Path
}

/** A disk with its place in the Domain and its name in libvirt. */
interface Place {
  readonly disk: Disk
  readonly path: Path
  /** vda; made up when the design does not say it. */
  readonly dev: string
}

/**
 * The first number of each disk's nodes. libvirt begins with the last disk, and gives each layer one number, the data
 * file of the layer the next, then the layers below, then the filters.
 */
export function firstNumbers(disks: readonly Disk[]): number[] {
  const numbers: number[] = []
  let next = 1
  for (let index = disks.length - 1; index >= 0; index -= 1) {
    const disk = disks[index]
    if (disk === undefined) continue
    numbers[index] = next
    if (hasNodes(disk)) next += chainLength(topLayer(disk, [])) + (disk.throttlefilters?.length ?? 0)
  }
  return numbers
}

function hasNodes({ type, source, target }: Disk): boolean {
  return source !== undefined && type !== 'vhostuser' && target?.bus !== 'sd'
}

function chainLength(layer: Layer): number {
  const below = backingLayer(layer)
  return ownLength(layer) + (below === undefined || below === 'end' ? 0 : chainLength(below))
}

/** The layer itself and its data file. */
function ownLength(layer: Layer): number {
  const data = dataLayer(layer)
  return 1 + (data === undefined ? 0 : ownLength(data))
}

function topLayer(disk: Disk, path: Path): Layer {
  return {
    type: disk.type,
    format: disk.type === 'dir' ? 'raw' : disk.driver?.type,
    metadata_cache: disk.driver?.metadata_cache,
    source: withLogin(disk),
    encryption: disk.source?.encryption ?? disk.encryption,
    backing: disk.backing_store,
    readonly: disk.readonly === true || disk.device === 'cdrom' || disk.type === 'dir',
    path,
  }
}

/** `<backingStore/>` without a source says that nothing is below. */
function backingLayer({ backing, path }: Layer): Layer | 'end' | undefined {
  if (backing === undefined) return undefined
  if (backing.source === undefined && backing.type === undefined) return 'end'
  return {
    type: backing.type,
    format: backing.format?.type,
    metadata_cache: backing.format?.metadata_cache,
    source: backing.source,
    encryption: backing.source?.encryption,
    backing: backing.backing_store,
    readonly: true,
    path: [...path, 'backing_store'],
  }
}

function dataLayer({ source, readonly, path }: Layer): Layer | undefined {
  const data = source?.data_store
  if (data === undefined) return undefined
  return {
    type: data.type,
    format: data.format?.type,
    source: data.source,
    readonly,
    path: [...path, 'source', 'data_store'],
  }
}

/**
 * All nodes of a disk.
 *
 * @param first the number of its first node
 * @returns the name of the node that the device uses; undefined when there is no data
 */
export function renderChain(build: Build, place: Place, first: number): string | undefined {
  const { disk, path, dev } = place
  const top = topLayer(disk, path)
  let node = renderLayer(build, place, top, first, dev)
  if (node === undefined) return undefined
  if (disk.driver?.copy_on_read === true) {
    const name = nodeText(`libvirt-CoR-${dev}`)
    blockdev(build, path, { driver: 'copy-on-read', 'node-name': name, file: node, discard: 'unmap' })
    node = name
  }
  let number = first + chainLength(top)
  for (const [index, { group }] of (disk.throttlefilters ?? []).entries()) {
    const name = `libvirt-${number}-filter`
    node = renderThrottle(build, idText(`${namedGroup}${group}`), name, node, [
      ...path,
      'throttlefilters',
      index,
    ])
    number += 1
  }
  return renderLimits(build, disk.iotune, dev, node, [...path, 'iotune'])
}

/** Older XML has the login beside the source. */
function withLogin({ source, auth }: Disk): Source | undefined {
  return source === undefined || source.auth !== undefined || auth === undefined
    ? source
    : { ...source, auth }
}

function renderLayer(
  build: Build,
  place: Place,
  layer: Layer,
  number: number,
  stem: string,
): string | undefined {
  const { disk } = place
  const { source } = layer
  if (source === undefined) return undefined
  const below = backingLayer(layer)
  const backing =
    below === undefined || below === 'end'
      ? undefined
      : renderLayer(build, place, below, number + ownLength(layer), `${place.dev}-${number + 1}`)
  const data = dataLayer(layer)
  const dataFile =
    data === undefined ? undefined : renderLayer(build, place, data, number + 1, `${place.dev}-data`)
  const name = `libvirt-${number}-storage`
  const path = [...layer.path, 'source']
  const context: StorageContext = { build, disk, path, name, stem }
  const storage = storageNode(context, layer.type, source)
  if (storage === undefined) return undefined
  const { groups: format, driver, isNeeded } = formatNode(context, layer, number)
  const cache = cacheKeys(disk.driver?.cache)
  if (!isNeeded) {
    blockdev(build, layer.path, storage, { 'node-name': name }, topKeys(disk, layer), cache)
    return name
  }
  const storageKeys = { 'node-name': name, 'auto-read-only': true, discard: 'unmap' }
  blockdev(build, layer.path, storage, storageKeys, cache)
  const slice = driver === 'raw' ? undefined : renderSlice(build, layer, number, name)
  const formatName = `libvirt-${number}-format`
  const write = below === 'end' && hasBacking.has(driver) ? blockdevOverNothing : blockdev
  write(build, layer.path, ...format, { 'node-name': formatName }, topKeys(disk, layer), cache, {
    'data-file': dataFile,
    file: slice ?? name,
    backing,
  })
  return formatName
}

/** Formats that name an image below. */
const hasBacking = new Set(['qcow', 'qcow2', 'qed', 'vmdk'])

/** The part of the storage that holds an image which is not raw. */
function renderSlice(
  build: Build,
  { source, path }: Layer,
  number: number,
  file: string,
): string | undefined {
  const slice = source?.slices?.[0]
  if (slice === undefined) return undefined
  const name = `libvirt-${number}-slice-sto`
  blockdev(build, [...path, 'source', 'slices', 0], {
    driver: 'raw',
    'node-name': name,
    offset: slice.offset,
    size: slice.size,
    file,
    'auto-read-only': true,
    discard: 'unmap',
  })
  return name
}

/** What the node has that the device or the layer above talks to. */
function topKeys({ driver }: Disk, { readonly, type }: Layer): Node {
  const zeroes = driver?.detect_zeroes
  return {
    'read-only': readonly,
    discard: type === 'dir' ? undefined : driver?.discard,
    // QEMU takes unmap here only where discard is unmap as well, so libvirt says on.
    'detect-zeroes': zeroes === 'unmap' && driver?.discard !== 'unmap' ? 'on' : zeroes,
  }
}

function cacheKeys(cache: string | undefined): Node | undefined {
  if (!isCacheMode(cache)) return undefined
  const { direct, noFlush } = caches[cache]
  return { 'cache.direct': direct, 'cache.no-flush': noFlush }
}

function formatNode(
  context: StorageContext,
  layer: Layer,
  number: number,
): { groups: (Node | undefined)[]; driver: string; isNeeded: boolean } {
  const { build, disk } = context
  const { source, path } = layer
  const { pairs: key, driver } = encryptionKeys(context, layer, number)
  const slice = source?.slices?.[0]
  if ((source?.slices?.length ?? 0) > 1)
    leftOut(build, [...path, 'source', 'slices'], 'QEMU takes the first slice only.')
  const size = layer.metadata_cache
  if (driver !== 'qcow2' && size !== undefined)
    leftOut(build, path, `The metadata cache is left out: it is for qcow2, not ${driver}.`)
  const image =
    driver === 'qcow2'
      ? {
          'cache-size': size === undefined ? undefined : sizeInBytes(size, 1),
          'discard-no-unref': discardNoUnref(build, disk, path),
        }
      : driver === 'raw' && slice !== undefined
        ? { offset: slice.offset, size: slice.size }
        : undefined
  return { groups: [{ driver }, key, image], driver, isNeeded: driver !== 'raw' || slice !== undefined }
}

function discardNoUnref(build: Build, { driver }: Disk, path: Path): boolean | undefined {
  const value = driver?.discard_no_unref
  if (value === undefined || hasQemu(build, '8.1')) return value
  leftOut(
    build,
    [...path, 'driver', 'discard_no_unref'],
    `discard_no_unref is left out: QEMU ${build.version} has none, it came with 8.1.`,
  )
  return undefined
}

/** The driver, and the key of an encrypted image. */
function encryptionKeys(
  context: StorageContext,
  { format, encryption, source, path }: Layer,
  number: number,
): { pairs: Node | undefined; driver: string } {
  const { build } = context
  const driver = driverOf(build, format, path)
  if (encryption === undefined) return { pairs: undefined, driver }
  if (source?.protocol === 'rbd' && decryptsInCeph(encryption)) return { pairs: undefined, driver }
  const at = source?.encryption === undefined ? [...path, 'encryption'] : [...path, 'source', 'encryption']
  if (encryption.format !== 'luks') {
    leftOut(
      build,
      at,
      `The key is left out: QEMU does not run with the encryption ${encryption.format ?? 'default'} any more. Convert the image to LUKS: qemu-img convert --object secret,id=s,file=KEY … -O qcow2 -o encrypt.format=luks,encrypt.key-secret=s.`,
    )
    return { pairs: undefined, driver }
  }
  const id = `libvirt-${number}-format-encryption-secret0`
  const secret = () => secretObject(context, id, 'key', 'passphrase', at)
  if (driver === 'raw' || driver === 'luks') return { pairs: { 'key-secret': secret() }, driver: 'luks' }
  if (driver === 'qcow2')
    return { pairs: { 'encrypt.format': 'luks', 'encrypt.key-secret': secret() }, driver }
  leftOut(build, at, `The key is left out: an image of format ${driver} has none.`)
  return { pairs: undefined, driver }
}

function driverOf(build: Build, format: string | undefined, path: Path): string {
  const name: string = format ?? ('raw' satisfies Format)
  if (isFormat(name)) return formatDrivers[name]
  leftOut(
    build,
    [...path, 'driver', 'type'],
    `QEMU does not read ${name} any more: the image is taken for raw. Convert it with an old qemu-img.`,
  )
  return 'raw'
}
