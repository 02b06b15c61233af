/** Addresses of network cards that stay: the guest knows its network by them, whoever runs it. */
import type { Resolved } from '../resolve/index.ts'
import { sha256, utf8Encode } from '../text/index.ts'

/**
 * The same machine with a MAC address for each card that has none: libvirt would pick one at random, and QEMU gives every
 * VM the same. It is made of the name, in the range that QEMU's cards have (52:54:00).
 */
export function withStableMacs(resolved: Resolved): Resolved {
  const { devices } = resolved.domain
  const interfaces = devices?.interfaces
  if (interfaces === undefined || interfaces.every(({ mac }) => mac?.address !== undefined)) return resolved
  return {
    ...resolved,
    domain: {
      ...resolved.domain,
      devices: {
        ...devices,
        interfaces: interfaces.map((one, index) =>
          one.mac?.address === undefined
            ? { ...one, mac: { ...one.mac, address: macOf(resolved.design.name, index) } }
            : one,
        ),
      },
    },
  }
}

/** `52:54:00` and three bytes of the hash of name and number. */
function macOf(name: string, index: number): string {
  const hash = sha256(utf8Encode(`${name} ${index}`))
  return `52:54:00:${hash.slice(0, 6).replace(/..(?=.)/g, '$&:')}`
}
