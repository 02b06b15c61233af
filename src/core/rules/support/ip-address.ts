/** IP addresses as texts. */

/** The family of an address; undefined when it is none. */
export function familyOf(text: string): 'ipv4' | 'ipv6' | undefined {
  const parts = text.split('.')
  if (parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return 'ipv4'
  if (!text.includes(':') || text.length > 45) return undefined
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const isMixed = last.includes('.')
  if (isMixed && familyOf(last) !== 'ipv4') return undefined
  const hex = isMixed ? groups.slice(0, -1) : groups
  if (!hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  const count = hex.length + (isMixed ? 2 : 0)
  return (halves.length === 2 ? count < 8 : count === 8) ? 'ipv6' : undefined
}
