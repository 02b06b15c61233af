/** The names of interchange level 1: eight characters, a period, three more, a version (ECMA-119 7.5.1, 10.1). */

/** Everything that is not a d-character (ECMA-119 7.4.1). */
const otherCharacters = /[^A-Z0-9_]/gu

/** A name of level 1 for each name, none twice: `user-data` is `USER_DAT.;1`. */
export function isoNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const [base, extension] = parts(name)
    let candidate = base.slice(0, 8)
    for (let count = 1; taken.has(`${candidate}.${extension}`); count++) {
      const digits = String(count)
      candidate = base.slice(0, 8 - digits.length) + digits
    }
    const unique = `${candidate}.${extension}`
    taken.add(unique)
    return `${unique};1`
  })
}

function parts(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  const characters = (text: string) => text.toUpperCase().replace(otherCharacters, '_')
  if (dot <= 0) return [characters(name), '']
  return [characters(name.slice(0, dot)), characters(name.slice(dot + 1)).slice(0, 3)]
}

/** The order of a directory's records: by name, then by extension, each filled up with spaces (ECMA-119 9.3). */
export function compareIsoNames(one: string, other: string): number {
  const [a, b] = [sortKey(one), sortKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

function sortKey(name: string): string {
  const [base = '', extension = ''] = name.split(/[.;]/)
  return base.padEnd(8) + extension.padEnd(3)
}
