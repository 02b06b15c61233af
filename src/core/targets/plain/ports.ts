/** Ports of the host that lead to the guest. */
import { whole } from './codecs.ts'
import type { Part } from './part.ts'

/** Whether a range is one port, which every format has words for. */
export function isOnePort(range: Part): boolean {
  return (
    whole(range.peek('start')) !== undefined &&
    range.peek('end') === undefined &&
    range.peek('exclude') === undefined
  )
}
