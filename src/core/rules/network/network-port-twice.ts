import { collide, type Forward, forwardsOf } from '../support/forwards.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.port-twice',
  title: 'One port of the host for two forwards',
  source: 'passt at the start: "Failed to bind port 2222 (Address already in use)"',
  *check(context) {
    const forwards = forwardsOf(context)
    const clashes = collisions(forwards)
    if (clashes.length === 0) return
    const taken = new Uint8Array(lastPort + 2)
    for (const { first, last } of forwards) taken.fill(1, Math.max(first, 0), last + 1)
    for (const { forward, other } of clashes) {
      let free = Math.max(forward.last + 1, firstFree)
      while (free <= lastPort && taken[free] === 1) free += 1
      taken[free] = 1
      const changes = free > lastPort ? undefined : forward.moveTo?.(free)
      yield {
        path: forward.path,
        message: `Port ${Math.max(forward.first, other.first)} of the host is taken by ${other.what} already, and ${forward.what} wants it too. Choose another.`,
        fix: changes && { title: `Use port ${free} of the host`, changes },
      }
    }
  },
}

/** Below, a session may not listen. */
const firstFree = 1024
const lastPort = 65_535

/** Each forward that an earlier one is in the way of, in the order in which they were said. */
function collisions(forwards: readonly Forward[]): { readonly forward: Forward; readonly other: Forward }[] {
  const sorted = forwards.map((forward, said) => ({ forward, said }))
  sorted.sort((a, b) => a.forward.first - b.forward.first)
  const found = new Map<number, Forward>()
  // Sorted by port, those that can collide with one stand right behind it.
  for (const [place, a] of sorted.entries())
    for (let next = place + 1; next < sorted.length; next++) {
      const b = sorted[next]
      if (b === undefined || b.forward.first > a.forward.last) break
      const [earlier, later] = a.said < b.said ? [a, b] : [b, a]
      if (!found.has(later.said) && collide(a.forward, b.forward)) found.set(later.said, earlier.forward)
    }
  return forwards.flatMap((forward, said) => {
    const other = found.get(said)
    return other === undefined ? [] : [{ forward, other }]
  })
}
