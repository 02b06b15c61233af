/** How much of libvirt's schema the tables have. */
import { xmlPaths } from '../table/index.ts'
import { domain } from './domain.ts'
import { hypervisorOf, leftOut } from './left-out.ts'

/** One element or attribute that libvirt's schema allows. */
export interface SchemaPath {
  /** `domain/devices/disk/driver@cache`. */
  readonly path: string
  /** The words that it may say, when the schema has a list; none otherwise. */
  readonly words: readonly string[]
}

export interface SchemaCoverage {
  readonly total: number
  readonly covered: number
  /** Those that a domain of the types kvm and qemu can have. */
  readonly totalForQemu: number
  readonly coveredForQemu: number
  /** Not in the tables, with the reason where there is one. */
  readonly missing: readonly { readonly path: string; readonly reason: string | undefined }[]
  /** In the tables, without words that the schema has. */
  readonly missingWords: readonly SchemaPath[]
}

/**
 * Reads a table of paths: path, kind and words, the words joined by `|`, with tabs between and a line of names first.
 * In a list the word `*` says that any other text will do.
 */
export function readSchemaPaths(table: string): SchemaPath[] {
  return table
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [path = '', , words = ''] = line.split('\t')
      return { path, words: words === '' ? [] : words.split('|') }
    })
}

/** Compares the tables with the paths of a schema. */
export function schemaCoverage(paths: readonly SchemaPath[]): SchemaCoverage {
  const known = xmlPaths('domain', domain)
  const missing = paths.filter(({ path }) => !known.has(path))
  const ofQemu = (list: readonly SchemaPath[]) =>
    list.filter(({ path }) => hypervisorOf(path) === 'qemu').length
  return {
    total: paths.length,
    covered: paths.length - missing.length,
    totalForQemu: ofQemu(paths),
    coveredForQemu: ofQemu(paths) - ofQemu(missing),
    missing: missing.map(({ path }) => ({
      path,
      reason: leftOut.find((entry) => entry.paths.test(path))?.reason,
    })),
    missingWords: paths.flatMap(({ path, words }) => {
      const have = known.get(path)
      const lacking = have ? words.filter((word) => !have.includes(word)) : []
      return lacking.length === 0 ? [] : [{ path, words: lacking }]
    }),
  }
}
