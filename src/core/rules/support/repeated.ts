/** Each item whose key an earlier item had already, with the first of them. Items without a key are passed over. */
export function* repeated<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string | undefined,
): Generator<{ readonly item: T; readonly first: T }> {
  const seen = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const first = seen.get(key)
    if (first === undefined) seen.set(key, item)
    else yield { item, first }
  }
}
