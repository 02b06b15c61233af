/** NixVirt finds its domains by their UUID (its modules.nix), so the XML has to say one. */
import type { Resolved } from '../../resolve/index.ts'
import { sha256, utf8Encode } from '../../text/index.ts'

/** The same machine with a UUID that follows from its name, when it has none. */
export function withUuid(resolved: Resolved): Resolved {
  const { domain, design } = resolved
  if (domain.uuid !== undefined) return resolved
  return { ...resolved, domain: { ...domain, uuid: uuidOf(design.name) } }
}

/** Of version 8: what an application makes by rules of its own (RFC 9562, 5.8). */
function uuidOf(name: string): string {
  const hash = sha256(utf8Encode(`uuid of ${name}`))
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
  return [...parts, hash.slice(20, 32)].join('-')
}
