/** The pools of huge pages of the host beside what the design needs of them. */

import type { HostFacts, HugePages } from '../../core.ts'
import { t } from '../../words/index.ts'

/** Pages of one size on one node, or on a node that is left open. */
export interface PoolRow {
  /** Undefined when the design leaves the node open. */
  readonly node: number | undefined
  readonly sizeKib: number
  readonly needed: number
  /** Undefined when not known. */
  readonly total: number | undefined
  readonly free: number | undefined
  readonly enough: boolean | undefined
}

/** A row for each need, then one for each pool that nothing is needed of; by node and size. */
export function poolRows(host: HostFacts | undefined, pages: HugePages | undefined): readonly PoolRow[] {
  const rows = (pages?.needs ?? []).map(
    ({ node, sizeKib, needed, total, free, enough }): PoolRow => ({
      node,
      sizeKib,
      needed,
      total,
      free,
      enough,
    }),
  )
  const keyOf = ({ node, sizeKib }: Pick<PoolRow, 'node' | 'sizeKib'>) => `${node} ${sizeKib}`
  const needed = new Set(rows.map(keyOf))
  const others = (host?.numa ?? []).flatMap(({ node, huge_pages = [] }) =>
    huge_pages.map(
      ({ size_kib, total, free }): PoolRow => ({
        node,
        sizeKib: size_kib,
        needed: 0,
        total,
        free,
        enough: undefined,
      }),
    ),
  )
  return [...rows, ...others.filter((row) => !needed.has(keyOf(row)))].toSorted(
    (one, other) => (one.node ?? -1) - (other.node ?? -1) || one.sizeKib - other.sizeKib,
  )
}

/**
 * Why pages of a size can't be had: no node of the host has a pool of that size, not even an empty one.
 *
 * @returns undefined when they can be, or when it is not known
 */
export function whyNoPages(host: HostFacts | undefined, sizeKib: number): string | undefined {
  const sizes = (host?.numa ?? [])
    .flatMap(({ huge_pages }) => huge_pages ?? [])
    .map(({ size_kib }) => size_kib)
  if (sizes.length === 0 || sizes.includes(sizeKib)) return undefined
  const there = [...new Set(sizes)].sort((one, other) => one - other).map(pageSize)
  return t`This host has none of them: its huge pages are of ${there.join(' and ')}.`
}

/** `2 MiB`, `1 GiB`. */
export function pageSize(kib: number): string {
  const units = ['KiB', 'MiB', 'GiB', 'TiB']
  let size = kib
  let unit = 0
  while (size >= 1024 && size % 1024 === 0 && unit < units.length - 1) {
    size /= 1024
    unit++
  }
  return `${size} ${units[unit]}`
}
