/** Lists of numbers such as `0-3,^2,8`, as libvirt writes CPUs and nodes. */

type Range = readonly [first: number, last: number]

/**
 * The ranges of a list, sorted and joined, without what a `^` takes out: `0-3,^2,8` is `0-1`, `3` and `8`.
 * Anything that is no number is left out.
 */
export function rangesOf(list: string): string[] {
  const taken: Range[] = []
  const out: Range[] = []
  for (const part of list.split(',')) {
    const match = /^\s*(\^?)(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part)
    if (match === null) continue
    const first = Number(match[2])
    const last = Number(match[3] ?? match[2])
    const range: Range = [Math.min(first, last), Math.max(first, last)]
    if (match[1] === '^') out.push(range)
    else taken.push(range)
  }
  const left = joined(out)
  return joined(taken)
    .flatMap((range) => without(range, left))
    .map(([first, last]) => (first === last ? String(first) : `${first}-${last}`))
}

/** Whether a list names a number; no list names all of them. */
export function holds(list: string | undefined, number: number): boolean {
  return (
    list === undefined ||
    rangesOf(list).some((range) => {
      const [first = '', last = first] = range.split('-')
      return Number(first) <= number && number <= Number(last)
    })
  )
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = result.at(-1)
    if (before !== undefined && first <= before[1] + 1)
      result[result.length - 1] = [before[0], Math.max(before[1], last)]
    else result.push([first, last])
  }
  return result
}

function without([first, last]: Range, out: readonly Range[]): Range[] {
  const left: Range[] = []
  let start = first
  for (const [from, to] of out) {
    if (to < start || from > last) continue
    if (from > start) left.push([start, from - 1])
    start = Math.max(start, to + 1)
  }
  if (start <= last) left.push([start, last])
  return left
}
