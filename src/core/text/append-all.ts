/** Adds to a list. `list.push(...more)` puts each of them on the stack, which some hundred thousand exhaust. */
export function appendAll<Item>(list: Item[], more: Iterable<Item>): void {
  for (const item of more) list.push(item)
}
