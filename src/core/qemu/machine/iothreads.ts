/** Threads that serve disks beside the main loop, and the workers of each. libvirt manual, IOThreads Allocation. */
import { ioThreadNumbers, mostIoThreads } from '../../domain/index.ts'
import { type Build, hasQemu, leftOut } from '../build/index.ts'
import { byHand, written } from '../decisions/index.ts'
import type { OptionValue } from '../words/options.ts'
import { object } from '../writing/index.ts'

export const iothreadsDecisions = {
  iothreads: written,
  iothreadids: {
    id: written,
    thread_pool_min: written,
    thread_pool_max: written,
    poll: {
      max: written,
      grow: written,
      shrink: written,
      weight: byHand(
        'The weight is left out: it is newer than the versions of QEMU that this is written for.',
      ),
    },
  },
  defaultiothread: written,
} as const

/** The names of libvirt and those of QEMU's objects. */
export const threadPoolKeys = [
  { key: 'thread_pool_min', property: 'thread-pool-min' },
  { key: 'thread_pool_max', property: 'thread-pool-max' },
] as const

/** Polling of an I/O thread. */
export const pollKeys = [
  { key: 'max', property: 'poll-max-ns' },
  { key: 'grow', property: 'poll-grow' },
  { key: 'shrink', property: 'poll-shrink' },
] as const

/** Number 1 and up, unless they have numbers of their own. */
export function renderIoThreads(build: Build): void {
  const { iothreads = 0, iothreadids = [], defaultiothread } = build.domain
  const own = new Set<number>()
  for (const [index, { id, poll, ...pool }] of iothreadids.entries()) {
    if (id === undefined) continue
    own.add(id)
    const path = ['iothreadids', index]
    object(
      build,
      'iothread',
      path,
      { id: `iothread${id}` },
      threadPool(build, pool, path),
      Object.fromEntries(pollKeys.map(({ key, property }) => [property, poll?.[key]])),
    )
  }
  for (const number of ioThreadNumbers(build.domain))
    if (!own.has(number)) object(build, 'iothread', ['iothreads'], { id: `iothread${number}` })
  if (iothreads > mostIoThreads)
    leftOut(
      build,
      ['iothreads'],
      `${iothreads} I/O threads are more than a machine can have: the first ${mostIoThreads} are written.`,
    )
  if (defaultiothread === undefined) return
  const path = ['defaultiothread']
  const pool = threadPool(build, defaultiothread, path)
  if (Object.keys(pool).length > 0) object(build, 'main-loop', path, { id: 'main-loop' }, pool)
}

function threadPool(
  build: Build,
  pool: { readonly thread_pool_min?: number | undefined; readonly thread_pool_max?: number | undefined },
  path: readonly (string | number)[],
): Record<string, OptionValue> {
  const written: Record<string, OptionValue> = {}
  for (const { key, property } of threadPoolKeys) {
    const value = pool[key]
    if (value === undefined) continue
    if (hasQemu(build, '7.1')) written[property] = value
    else leftOut(build, [...path, key], 'Worker threads can be counted from QEMU 7.1.')
  }
  return written
}
