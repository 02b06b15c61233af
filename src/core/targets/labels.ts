/** Names as Kubernetes takes them: labels of DNS (RFC 1123), at most 63 characters. */

const longest = 63

export function isLabel(text: string): boolean {
  return text.length <= longest && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(text)
}

/** The nearest label to a text; `other` when nothing is left of it. */
export function labelOf(text: string, other: string): string {
  const label = text
    .slice(0, 4 * longest)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '')
  return label === '' ? other : label
}

/** Labels joined to one, the first of them cut where they are too long together. */
export function joinedLabel(first: string, last: string): string {
  return labelOf(`${first.slice(0, Math.max(1, longest - last.length - 1))}-${last}`, 'vm')
}

/** A label that is not taken yet, with a number behind it where it is. */
export function freeLabel(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 2, label = wanted; ; number += 1) {
    if (!taken.has(label)) return label
    label = joinedLabel(wanted, String(number))
  }
}
