/** What is read of an XML text that comes from anyone. */
export const xmlLimits = {
  /** UTF-16 units. */
  characters: 8 * 1024 * 1024,
  /** Elements within one another. */
  depth: 256,
  /** Elements, attributes, texts and comments together: each costs far more memory than its characters. */
  nodes: 500_000,
} as const
