/** One of a list of nodes in the order of their tree. */
interface Leveled {
  readonly level: number
}

/**
 * Where a key leads in a tree that is all open: up and down through all nodes, left to the one around, right to the
 * first below (WAI-ARIA, Tree View).
 *
 * @returns undefined when the key leads nowhere
 */
export function nextInTree(nodes: readonly Leveled[], index: number, key: string): number | undefined {
  const here = nodes[index]
  if (here === undefined) return undefined
  switch (key) {
    case 'ArrowDown':
      return index + 1 < nodes.length ? index + 1 : undefined
    case 'ArrowUp':
      return index > 0 ? index - 1 : undefined
    case 'ArrowRight':
      return (nodes[index + 1]?.level ?? 0) > here.level ? index + 1 : undefined
    case 'ArrowLeft': {
      const around = nodes.slice(0, index).findLastIndex(({ level }) => level < here.level)
      return around < 0 ? undefined : around
    }
    case 'Home':
      return 0
    case 'End':
      return nodes.length - 1
    default:
      return undefined
  }
}
