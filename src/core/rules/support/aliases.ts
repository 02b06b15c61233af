import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'

/** The aliases of all devices: only those of the author begin with ua-. */
export function aliasesIn(held: unknown): ReadonlySet<unknown> {
  const found = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one)
    else if (isRecord(value)) {
      const alias = ownValue(value, 'alias')
      if (isRecord(alias)) found.add(alias['name'])
      for (const one of Object.values(value)) visit(one)
    }
  }
  visit(held)
  return found
}
