/** The boot order: `bootOrder` of disks and cards, from 1, each number once. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { bootOrder } from '../../boot-order.ts'
import type { Writing } from '../writing.ts'

/** Of `<boot dev=hd>` only the first disk is tried, and so here. */
export function sayBoot(writing: Writing): void {
  for (const { list, index, order } of bootOrder(writing.domain)) {
    const items = writing.devices[list]
    const source = writing.sources.find(({ path }) => path[1] === list && path[2] === index)
    const name = source?.way.at(-1)?.slice(1)
    if (!Array.isArray(items) || name === undefined) continue
    writing.devices[list] = items.map((item: unknown): unknown => {
      const isIt = isRecord(item) && item['name'] === name
      return isIt ? ordered(item, order) : item
    })
  }
}

/** After the name, as manuals have it. */
function ordered({ name, bootOrder: _, ...others }: UnknownRecord, order: number): UnknownRecord {
  return { name, bootOrder: order, ...others }
}
