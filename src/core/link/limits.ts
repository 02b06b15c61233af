/** What a link may hold. A link comes from anyone: nothing in it is trusted before these were counted. */
export const linkLimits = {
  /** Characters of the fragment, without `#`. */
  characters: 32 * 1024,
  /** Bytes of JSON after inflating. */
  bytes: 256 * 1024,
  /** Maps and lists within one another. */
  depth: 64,
} as const
