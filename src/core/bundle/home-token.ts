/** Domain XML knows no home directory, so a token stands for it until create.sh runs. */
import type { Domain } from '../domain/index.ts'
import { isRecord } from '../table/index.ts'

/** An absolute path, as libvirt's schema wants it, that no host has. */
export const homeToken = '/@HOME@'

/** The Domain with every path that begins with `~/` below the token. */
export function withHomeToken(domain: Domain): Domain {
  const replaced = replace(domain)
  return isRecord(replaced) ? replaced : domain
}

function replace(held: unknown): unknown {
  if (typeof held === 'string') return held.startsWith('~/') ? `${homeToken}${held.slice(1)}` : held
  if (Array.isArray(held)) return held.map(replace)
  if (!isRecord(held)) return held
  return Object.fromEntries(Object.entries(held).map(([key, value]) => [key, replace(value)]))
}
