/** Names in a line: the first of them, and the last one. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1)
  return names.length <= mostListed || last === undefined
    ? names.join(', ')
    : `${names.slice(0, mostListed - 1).join(', ')} … ${last}`
}

const mostListed = 6
