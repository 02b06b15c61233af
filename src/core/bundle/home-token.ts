/** Domain XML knows no home directory, so a token stands for it until create.sh runs. */
import { type Domain, domain as domainTable } from '../domain/index.ts'
import { type Field, innerShape, isRecord, type Shape, type UnknownRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

/** An absolute path, as libvirt's schema wants it, that no host has. */
export const homeToken = '/@HOME@'

/** A line of a script: `$home` as XML and the right side of an s command of sed want it. */
export const homeForSed = String.raw`home=$(printf '%s' "${'$'}{HOME-}" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e "s/'/\&apos;/g" -e 's/"/\&quot;/g' -e 's/[\\&|]/\\&/g')`

/** The Domain with every path that begins with `~/` below the token; a text that is no path stays as it is. */
export function withHomeToken(domain: Domain): Domain {
  return isRecord(domain) ? inMap(domainTable, domain) : domain
}

function inMap(shape: Shape, held: UnknownRecord): UnknownRecord {
  return Object.fromEntries(
    Object.entries(held).map(([key, value]) => {
      const field = ownValue(shape, key)
      return [key, field === undefined ? value : inField(field, value)]
    }),
  )
}

function inField(field: Field, held: unknown): unknown {
  if (typeof held === 'string') {
    const isPath = 'scalar' in field && field.scalar.isHostPath === true
    return isPath && held.startsWith('~/') ? `${homeToken}${held.slice(1)}` : held
  }
  const shape = innerShape(field)
  if (shape === undefined) return held
  if (Array.isArray(held)) return held.map((item: unknown) => (isRecord(item) ? inMap(shape, item) : item))
  return isRecord(held) ? inMap(shape, held) : held
}
