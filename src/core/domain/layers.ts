/** The images below a disk's own, and the one that it is being copied to. Manual: Hard drives (backingStore, mirror). */
import {
  attribute,
  child,
  hostPath,
  oneOf,
  recursive,
  type Shape,
  type Value,
  wholeNumber,
} from '../table/index.ts'
import { imageFormats } from './common.ts'
import { layerFormat, storageSource, storageTypeOfAny } from './storage-source.ts'

const layer = {
  type: attribute('type', storageTypeOfAny, {
    help: 'Where the image below is; nothing at all ends the chain.',
  }),
  index: attribute('index', wholeNumber, { help: 'Number of the layer, as libvirt reports it.' }),
  format: layerFormat,
  source: child('source', storageSource, { help: 'Where the data is.' }),
} as const

/** One layer; an empty one is the end of the chain. */
export interface BackingStore extends Value<typeof layer> {
  readonly backing_store?: BackingStore | undefined
}

const backingStoreShape = {
  ...layer,
  backing_store: recursive<BackingStore>('backingStore', (): Shape => backingStoreShape, {
    help: 'The layer below.',
  }),
} as const

export const backingStore = child('backingStore', backingStoreShape, {
  label: 'Backing image',
  help: 'The image below; libvirt finds it by itself when it is not said.',
  since: '1.2.4',
})

export const mirror = child(
  'mirror',
  {
    type: attribute('type', storageTypeOfAny, { help: 'Where the copy is.' }),
    file: attribute('file', hostPath, { help: 'Path of the copy (old form of source).' }),
    format_name: attribute('format', oneOf(...imageFormats), {
      label: 'Format',
      help: 'Format of the copy (old form of format).',
    }),
    job: attribute('job', oneOf('copy', 'active-commit'), { help: 'What is going on.' }),
    ready: attribute('ready', oneOf('yes', 'abort', 'pivot'), { help: 'Whether the copy is complete.' }),
    format: layerFormat,
    source: child('source', storageSource, { help: 'Where the data is.' }),
    backing_store: backingStore,
  },
  { label: 'Copy', help: 'A copy that is being made, as libvirt reports it.' },
)
