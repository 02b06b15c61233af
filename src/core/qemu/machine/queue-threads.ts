/** Several I/O threads that share the queues of one device. QEMU: `iothread-vq-mapping` of virtio-blk and virtio-scsi. */
import type { Path } from '../../finding.ts'
import { type Build, hasQemu, leftOut } from '../build/index.ts'
import { iothread, number } from '../properties/codec.ts'
import type { OptionInHand } from '../reading/index.ts'
import type { OptionValue, Pairs } from '../words/options.ts'

/** A thread and its queues. */
interface QueueThread {
  readonly id?: number | undefined
  readonly queues?: readonly { readonly id?: number | undefined }[] | undefined
}

const key = 'iothread-vq-mapping'

/**
 * The threads as a list of QEMU's; undefined where there is none.
 *
 * @param path of the device
 * @param since the QEMU that brought it for this device
 * @param what the device is, for the finding
 */
export function queueThreadPairs(
  build: Build,
  threads: readonly QueueThread[] | undefined,
  path: Path,
  { since, what }: { readonly since: string; readonly what: string },
): Pairs | undefined {
  if (threads === undefined || threads.length === 0) return undefined
  if (!hasQemu(build, since)) {
    leftOut(
      build,
      [...path, 'driver', 'iothreads'],
      `Several I/O threads for one ${what} came with QEMU ${since}: QEMU ${build.version} serves it in its main thread. Name one with iothread.`,
    )
    return undefined
  }
  const pairs: Record<string, OptionValue> = {}
  for (const [index, { id, queues = [] }] of threads.entries()) {
    pairs[`${key}.${index}.iothread`] = iothread.print(id)
    for (const [at, queue] of queues.entries()) pairs[`${key}.${index}.vqs.${at}`] = queue.id
  }
  return pairs
}

/** Takes what `queueThreadPairs` writes; nothing when there is none. */
export function takeQueueThreads(option: OptionInHand) {
  const threads: { id: number; queues?: { id: number }[] }[] = []
  for (;;) {
    const start = `${key}.${threads.length}`
    const id = option.takeAs(iothread.parse, `${start}.iothread`)
    if (id === undefined) return threads.length === 0 ? {} : { iothreads: threads }
    const queues: { id: number }[] = []
    for (;;) {
      const queue = option.takeAs(number.parse, `${start}.vqs.${queues.length}`)
      if (queue === undefined) break
      queues.push({ id: queue })
    }
    threads.push({ id, ...(queues.length === 0 ? {} : { queues }) })
  }
}
