/** Keys of a disk's `-device` to the disk. The way back of disk-devices.ts. */

import type { Disk } from '../../domain/index.ts'
import { takeIoThread } from '../machine/read-iothreads.ts'
import type { OptionInHand } from '../read/option-in-hand.ts'

type Driver = NonNullable<Disk['driver']>

/** What is left once these are read: `driver` and `target` are to be joined with what the nodes say. */
export interface DeviceKeys {
  readonly disk: Disk
  readonly driver: Driver
  readonly writeCache: boolean | undefined
}

export function takeDeviceKeys(option: OptionInHand): DeviceKeys {
  const serial = option.take('serial')?.replaceAll('\\ ', ' ')
  // The way in which libvirt keeps an old name of QEMU's.
  if (option.peek('device_id') === serial || /^drive-/.test(option.peek('device_id') ?? ''))
    option.take('device_id')
  const trans = option.peek('bios-chs-trans')
  const order = option.takeNumber('bootindex')
  return {
    writeCache: option.takeBoolean('write-cache'),
    driver: { ...takeErrorPolicies(option), ...takeVirtioKeys(option) },
    disk: {
      serial,
      wwn: takeWwn(option),
      vendor: option.take('vendor'),
      product: option.take('product', 'model'),
      shareable: option.takeBoolean('share-rw') === true ? true : undefined,
      boot: order === undefined ? undefined : { order },
      blockio: some(
        takeNumbers(option, ['logical_block_size', 'physical_block_size', 'discard_granularity']),
      ),
      geometry: some({
        ...takeNumbers(option, ['cyls', 'heads', 'secs']),
        ...(trans === 'none' || trans === 'lba' || trans === 'auto'
          ? { trans: takeWord(option, 'bios-chs-trans', trans) }
          : {}),
      }),
      target: {
        removable: option.takeBoolean('removable'),
        rotation_rate: option.takeNumber('rotation_rate'),
        dpofua: option.takeBoolean('dpofua'),
      },
    },
  }
}

/** An element without attributes is none. */
function some<T extends object>(held: T): T | undefined {
  return Object.keys(held).length === 0 ? undefined : held
}

function takeNumbers<Key extends string>(
  option: OptionInHand,
  keys: readonly Key[],
): { [K in Key]?: number } {
  const held: { [K in Key]?: number } = {}
  for (const key of keys) {
    const value = option.takeNumber(key)
    if (value !== undefined) held[key] = value
  }
  return held
}

function takeWord<T extends string>(option: OptionInHand, key: string, word: T): T {
  option.take(key)
  return word
}

/** Decimal in libvirt's JSON, hexadecimal elsewhere. */
function takeWwn(option: OptionInHand): string | undefined {
  const text = option.peek('wwn')
  if (text === undefined || !/^(?:\d{1,20}|0x[\da-f]{1,16})$/i.test(text)) return undefined
  option.take('wwn')
  return BigInt(text).toString(16).padStart(16, '0')
}

function takeErrorPolicies(option: OptionInHand): Driver {
  const onWrite = option.peek('werror')
  const onRead = option.peek('rerror')
  const policies: { error_policy?: Driver['error_policy']; rerror_policy?: Driver['rerror_policy'] } = {}
  if (onWrite === 'enospc' || isPolicy(onWrite)) {
    option.take('werror')
    policies.error_policy = onWrite === 'enospc' ? 'enospace' : onWrite
    // libvirt treats reads as writes unless it is told not to.
    if (onWrite !== 'enospc') policies.rerror_policy = 'report'
  }
  if (isPolicy(onRead)) {
    option.take('rerror')
    policies.rerror_policy = onRead === onWrite ? undefined : onRead
  }
  return policies
}

function isPolicy(word: string | undefined): word is 'stop' | 'report' | 'ignore' {
  return word === 'stop' || word === 'report' || word === 'ignore'
}

function takeVirtioKeys(option: OptionInHand): Driver {
  option.drop('scsi', 'off')
  const iothreads = takeMapping(option)
  return {
    iothread: takeIoThread(option, 'iothread'),
    iothreads: iothreads.length === 0 ? undefined : iothreads,
    queues: option.takeNumber('num-queues'),
    queue_size: option.takeNumber('queue-size'),
    ioeventfd: option.takeBoolean('ioeventfd'),
    event_idx: option.takeBoolean('event_idx'),
    iommu: option.takeBoolean('iommu_platform'),
    ats: option.takeBoolean('ats'),
    packed: option.takeBoolean('packed'),
    page_per_vq: option.takeBoolean('page-per-vq'),
  }
}

/** `iothread-vq-mapping` is a list of I/O threads with the queues of each. */
function takeMapping(option: OptionInHand): { id: number; queues?: { id: number }[] }[] {
  const threads: { id: number; queues?: { id: number }[] }[] = []
  for (;;) {
    const start = `iothread-vq-mapping.${threads.length}`
    const id = takeIoThread(option, `${start}.iothread`)
    if (id === undefined) return threads
    const queues = option.takeAll(`${start}.vqs`).map((queue) => ({ id: Number(queue) }))
    threads.push(queues.length === 0 ? { id } : { id, queues })
  }
}
