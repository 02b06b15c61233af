/** The pairs that differ: in which parts, and why. */
export const differentPairs: Readonly<Record<string, { readonly parts: readonly string[]; readonly why: string }>> = {}
