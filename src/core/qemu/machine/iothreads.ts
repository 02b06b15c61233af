/** Threads that serve disks beside the main loop, and the workers of each. libvirt manual, IOThreads Allocation. */
import { type Domain, type Item, ioThreadNumbers, mostIoThreads } from '../../domain/index.ts'
import { type Build, leftOut } from '../build/index.ts'
import { byHand, decisionsOf, written } from '../decisions/index.ts'
import { iothread, number } from '../properties/codec.ts'
import { type Properties, propertyOf } from '../properties/property.ts'
import { object, propertyPairs } from '../writing/index.ts'

type IoThread = Item<Domain['iothreadids']>
type Pool = NonNullable<Domain['defaultiothread']>

const ofPool = propertyOf<Pool & IoThread>()

/** The workers of a loop. */
export const threadPool: Properties<Pool & IoThread> = {
  'thread-pool-min': ofPool('thread_pool_min', number, { since: '7.1' }),
  'thread-pool-max': ofPool('thread_pool_max', number, { since: '7.1' }),
}

const property = propertyOf<IoThread>()

export const ioThread: Properties<IoThread> = {
  id: property('id', iothread),
  ...threadPool,
  'poll-max-ns': property('poll.max', number),
  'poll-grow': property('poll.grow', number),
  'poll-shrink': property('poll.shrink', number),
}

export const iothreadsDecisions = {
  iothreads: written,
  iothreadids: decisionsOf<IoThread>([ioThread], {
    poll: {
      weight: byHand(
        'The weight is left out: it is newer than the versions of QEMU that this is written for.',
      ),
    },
  }),
  defaultiothread: written,
} as const

/** Number 1 and up, unless they have numbers of their own. */
export function renderIoThreads(build: Build): void {
  const { iothreads = 0, iothreadids = [], defaultiothread } = build.domain
  const own = new Set<number>()
  for (const [index, thread] of iothreadids.entries()) {
    if (thread.id === undefined) continue
    own.add(thread.id)
    const path = ['iothreadids', index]
    object(build, 'iothread', path, propertyPairs(build, ioThread, thread, path))
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
  const pool = propertyPairs(build, threadPool, defaultiothread, path)
  if (Object.keys(pool).length > 0) object(build, 'main-loop', path, { id: 'main-loop' }, pool)
}
