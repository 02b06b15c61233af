/** The key that create.sh puts in on the host, where the design does not hold it. */
import { keyChannels, sshKey } from '../cloudinit/index.ts'
import type { Domain } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { utf8Encode } from '../text/index.ts'

/** Where the public key comes from when create.sh runs. */
export type KeyPlan =
  /** It is in the files already, or none is wanted. */
  | { readonly kind: 'known' | 'none' }
  /** A pair that is made beside the script. */
  | { readonly kind: 'generate' }
  /** The person's own `~/.ssh/id_ed25519.pub`, else a pair is made. */
  | { readonly kind: 'own' }
  | { readonly kind: 'file'; readonly path: string }

/**
 * Stands for the key in every file until create.sh puts the true one in. As long as a line with an Ed25519 key, so that
 * nothing moves in the seed image; no server takes it for a key, since what it encodes names no type.
 */
export const placeholderKey = `ssh-ed25519 ${'PutInByCreateSh'.padEnd(68, '0')} vmwright`

/** Decides from `ssh.key_source`, and from what the host facts hold. */
export function keyPlan(design: Design, host: HostFacts | undefined): KeyPlan {
  const source = design.spec.ssh?.key_source ?? 'auto'
  const channels = keyChannels(design)
  if (source === 'none' || !Object.values(channels).includes(true)) return { kind: 'none' }
  if (source === 'generate') return { kind: 'generate' }
  if (host?.ssh_public_key !== undefined)
    return { kind: sshKey(design, host) === undefined ? 'none' : 'known' }
  return source === 'auto' ? { kind: 'own' } : { kind: 'file', path: source }
}

/** True when the files hold the placeholder. */
export function isPutInLater({ kind }: KeyPlan): boolean {
  return kind !== 'known' && kind !== 'none'
}

/** Where a stand-in, such as that of the key, stands in the bytes. */
export function placesOf(text: string, bytes: Uint8Array): number[] {
  const key = utf8Encode(text)
  const places: number[] = []
  for (let at = bytes.indexOf(key[0] ?? 0); at >= 0; at = bytes.indexOf(key[0] ?? 0, at + 1))
    if (key.every((byte, index) => bytes[at + index] === byte)) places.push(at)
  return places
}

/** The base64 of the systemd credential that holds the key in base64 once more: no text to be replaced. */
export function codedCredential({ sysinfo }: Domain): string | undefined {
  for (const text of sysinfo?.oem_strings ?? []) {
    const found = /^io\.systemd\.credential\.binary:tmpfiles\.extra=([A-Za-z0-9+/=]+)$/.exec(text)
    if (found?.[1] !== undefined) return found[1]
  }
  return undefined
}
