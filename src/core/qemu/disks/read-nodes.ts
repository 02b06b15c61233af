/** Block nodes to the layers of a disk. The way back of block-layers.ts. */
import type { Disk } from '../../domain/index.ts'
import { joined, takeWord } from '../reading/index.ts'
import type { Backend } from './backend.ts'
import { BlockView } from './block-view.ts'
import { formatOf } from './disk-words.ts'
import { type ReadSource, readSource } from './read-source.ts'
import { isNamed, takeGroup } from './read-throttle.ts'
import { namedGroup } from './throttle.ts'

type Source = NonNullable<Disk['source']>
type BackingStore = NonNullable<Disk['backing_store']>

/** Switches of a node as QEMU has them. */
export interface NodeSwitches {
  readonly readonly?: boolean | undefined
  readonly discard?: 'unmap' | 'ignore' | undefined
  readonly zeroes?: 'off' | 'on' | 'unmap' | undefined
  readonly direct?: boolean | undefined
  readonly noFlush?: boolean | undefined
}

/** One image of a chain. */
export interface ReadLayer extends ReadSource {
  readonly format: ReturnType<typeof formatOf>
  readonly encryption?: Source['encryption']
  readonly metadataCache?: string | undefined
  readonly noUnref?: boolean | undefined
  readonly below?: ReadLayer | 'end' | undefined
  readonly switches: NodeSwitches
}

/** @returns undefined when a node is not there, or is of a kind that libvirt does not have */
export function readNode(backend: Backend, view: BlockView): ReadLayer | undefined {
  backend.options.add(view.option)
  const name = view.take('node-name')
  const driver = view.peek('driver')
  if (driver === 'throttle') {
    view.take('driver')
    const group = view.take('throttle-group')
    // Proxmox VE makes one for each disk, and names it after the node.
    if (group !== undefined) backend.groups.push({ id: group, isOfDisk: group === `throttle-${name}` })
    return filtered(view, child(backend, view, 'file'))
  }
  if (driver === 'copy-on-read') {
    view.take('driver')
    backend.copyOnRead = true
    return filtered(view, child(backend, view, 'file'))
  }
  const format = formatOf(driver)
  return format === undefined ? storageLayer(backend, view) : formatLayer(backend, view, format)
}

/** What a filter says of the image below it holds above what the image says of itself. */
function filtered(view: BlockView, below: ReadLayer | undefined): ReadLayer | undefined {
  if (below === undefined) return undefined
  return { ...below, switches: joined(below.switches, switchesOf(view)) }
}

/** A node that is named, or written inside this one. */
function child(backend: Backend, view: BlockView, key: string): ReadLayer | undefined {
  const name = view.peek(key)
  if (name === undefined) return view.has(`${key}.driver`) ? readNode(backend, view.under(key)) : undefined
  const option = backend.reading.named('blockdev', name)
  if (option === undefined) return undefined
  view.take(key)
  return readNode(backend, new BlockView(option))
}

function storageLayer(backend: Backend, view: BlockView): ReadLayer | undefined {
  const source = readSource(backend, view)
  if (source === undefined) return undefined
  view.take('auto-read-only')
  return { ...source, format: 'raw', switches: switchesOf(view) }
}

export function switchesOf(view: BlockView): NodeSwitches {
  return {
    readonly: view.takeBoolean('read-only', 'readonly'),
    discard: takeWord(view, ['unmap', 'ignore'], 'discard'),
    zeroes: takeWord(view, ['off', 'on', 'unmap'], 'detect-zeroes'),
    direct: view.takeBoolean('cache.direct'),
    noFlush: view.takeBoolean('cache.no-flush'),
  }
}

function take<T>(view: BlockView, key: string, value: T): T {
  view.take(key)
  return value
}

function formatLayer(
  backend: Backend,
  view: BlockView,
  format: NonNullable<ReadLayer['format']>,
): ReadLayer | undefined {
  const slice = sliceOf(view)
  const encryption = encryptionOf(backend, view, format)
  const file = child(backend, view, 'file')
  if (file === undefined || file.below !== undefined || file.format !== 'raw') return undefined
  view.take('driver')
  const below =
    view.peek('backing') === 'null' || view.peek('backing') === ''
      ? take(view, 'backing', 'end' as const)
      : view.has('backing')
        ? child(backend, view, 'backing')
        : undefined
  // A name that no option has: the layer can't be said.
  if (view.has('backing')) return undefined
  const data = view.has('data-file') ? child(backend, view, 'data-file') : undefined
  if (view.has('data-file')) return undefined
  const cache = format === 'qcow2' ? view.takeNumber('cache-size') : undefined
  const own = switchesOf(view)
  // libvirt says the switches of a storage node beside those of the format, which are the ones that hold.
  const { switches: storage } = file
  const source: Source = {
    ...file.source,
    slices: slice === undefined ? file.source.slices : [slice],
    data_store: data === undefined ? undefined : dataStoreOf(data),
  }
  return {
    type: file.type,
    source,
    // A LUKS image is raw to libvirt, which says the key beside the format.
    format: format === 'luks' ? 'raw' : format,
    encryption,
    metadataCache: cache === undefined ? undefined : `${cache} B`,
    noUnref: format === 'qcow2' ? view.takeBoolean('discard-no-unref') : undefined,
    below,
    switches: joined({ direct: storage.direct, noFlush: storage.noFlush }, own),
  }
}

function sliceOf(view: BlockView) {
  if (view.peek('driver') !== 'raw' || !view.has('size')) return undefined
  const offset = view.takeNumber('offset') ?? 0
  return { type: 'storage' as const, offset, size: view.takeNumber('size') }
}

function encryptionOf(backend: Backend, view: BlockView, format: string): Source['encryption'] {
  const at = format === 'qcow2' ? view.under('encrypt') : view
  if (format !== 'luks' && at.peek('format') !== 'luks') return undefined
  const usage = backend.takeSecret(at, 'key-secret')
  if (usage === undefined) return undefined
  if (format === 'qcow2') at.take('format')
  return { format: 'luks', secrets: [{ type: 'passphrase', usage }] }
}

function dataStoreOf({ type, format, source }: ReadLayer): NonNullable<Source['data_store']> {
  return { type, format: layerFormat(format), source }
}

/** `<format>` of a layer below has no word for vhdx. */
function layerFormat(format: ReadLayer['format']) {
  return { type: format === 'vhdx' ? undefined : format }
}

/** A layer as `<backingStore>` has it. */
export function backingStoreOf(below: ReadLayer | 'end'): BackingStore {
  if (below === 'end') return {}
  const { type, format, source, encryption, metadataCache } = below
  return {
    type,
    format: { ...layerFormat(format), metadata_cache: metadataCache },
    source: encryption === undefined ? source : { ...source, encryption },
    backing_store: below.below === undefined ? undefined : backingStoreOf(below.below),
  }
}

/** The limits of the throttle nodes around a disk: groups of libvirt's by their names, anything else as its own limits. */
export function throttlesOf(backend: Backend): Pick<Disk, 'iotune' | 'throttlefilters'> | undefined {
  const filters: { group: string }[] = []
  let iotune: Disk['iotune']
  for (const group of backend.groups.toReversed()) {
    const limits = takeGroup(backend, group)
    if (limits === undefined) return undefined
    if (isNamed(group)) filters.push({ group: group.id.slice(namedGroup.length) })
    else if (Object.keys(limits).every((key) => key === 'group_name')) continue
    else if (iotune === undefined) iotune = limits
    else return undefined
  }
  return { iotune, throttlefilters: filters.length === 0 ? undefined : filters }
}
