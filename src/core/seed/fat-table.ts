/** The file allocation table: for each cluster, the next one of its file (the specification, FAT Data Structure). */

/** Clusters of one file that follow each other; the first cluster of a volume is 2. */
export interface Chain {
  readonly first: number
  readonly length: number
}

/** The table for clusters 2 … `clusters + 1`; an entry has 12 or 16 bits. */
export function allocationTable(
  fat: 12 | 16,
  clusters: number,
  chains: readonly (Chain | undefined)[],
): Uint8Array {
  const endOfChain = 2 ** fat - 1
  const entries = new Uint16Array(clusters + 2)
  // The first two hold the medium and the mark of a volume that was closed.
  entries.set([endOfChain - 0xff + 0xf8, endOfChain])
  for (const chain of chains) {
    if (chain === undefined) continue
    const last = chain.first + chain.length - 1
    for (let cluster = chain.first; cluster <= last; cluster++)
      entries[cluster] = cluster === last ? endOfChain : cluster + 1
  }
  return fat === 12 ? packed12(entries) : packed16(entries)
}

/** Two entries in three bytes. */
function packed12(entries: Uint16Array): Uint8Array {
  const table = new Uint8Array(Math.ceil((entries.length * 3) / 2))
  entries.forEach((entry, index) => {
    const at = Math.floor((index * 3) / 2)
    const [low, high] = index % 2 === 0 ? [entry & 0xff, entry >> 8] : [(entry & 0xf) << 4, entry >> 4]
    table[at] = (table[at] ?? 0) | low
    table[at + 1] = (table[at + 1] ?? 0) | high
  })
  return table
}

function packed16(entries: Uint16Array): Uint8Array {
  const table = new Uint8Array(entries.length * 2)
  entries.forEach((entry, index) => {
    table.set([entry & 0xff, entry >> 8], index * 2)
  })
  return table
}
