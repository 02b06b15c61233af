/** The public key that lets its owner in, and the ways that it takes into the guest. */
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'

/** Which ways the key takes. */
export interface KeyChannels {
  /** An OEM string of SMBIOS that systemd reads as a credential. */
  readonly smbios: boolean
  /** user-data of cloud-init. */
  readonly cloudInit: boolean
}

type SourceKind = NonNullable<NonNullable<Design['spec']['source']>['kind']>

/**
 * What `auto` means. Without a source, and for a domain that was taken over, nothing is known to be waiting for a key:
 * a new instance id would make cloud-init do its first boot over in a guest that runs already.
 */
const automatic: Readonly<Record<SourceKind, KeyChannels>> = {
  cloud_image: { smbios: true, cloudInit: true },
  bootc: { smbios: true, cloudInit: false },
  clone: { smbios: true, cloudInit: true },
  imported: { smbios: false, cloudInit: false },
  bootstrap: { smbios: true, cloudInit: true },
}
const noChannel: KeyChannels = { smbios: false, cloudInit: false }

/** The ways that the key takes, as far as `ssh.key_injection` and the source decide; whether there is one is `sshKey`'s. */
export function keyChannels(design: Design): KeyChannels {
  const { source, ssh } = design.spec
  const auto = source?.kind === undefined ? noChannel : automatic[source.kind]
  return {
    smbios: decided(ssh?.key_injection?.smbios, auto.smbios),
    cloudInit: decided(ssh?.key_injection?.cloud_init, auto.cloudInit),
  }
}

function decided(said: 'auto' | 'enabled' | 'disabled' | undefined, auto: boolean): boolean {
  return said === 'enabled' || (said !== 'disabled' && auto)
}

/** True unless the author said that no key goes in. */
export function wantsSshKey(design: Design): boolean {
  return design.spec.ssh?.key_source !== 'none'
}

const privateKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|PuTTY-User-Key-File-/
/** sshd(8), AUTHORIZED_KEYS FILE FORMAT: options may stand before the type of the key. */
const publicKey =
  /(^|\s)(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp\d+|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)(-cert-v01@openssh\.com)?[ \t]+[A-Za-z0-9+/]+={0,3}(\s|$)/

/** True for a text that holds a private key, as OpenSSH, OpenSSL and PuTTY write one. */
export function isPrivateKey(text: string): boolean {
  return privateKey.test(text)
}

/**
 * The public key that goes in, one line as authorized_keys has it.
 *
 * A page can neither make a key nor read a file: whatever `ssh.key_source` says, the key is the one that HostFacts
 * names. With `generate` that is the public half of the key pair that was made on the host.
 *
 * @returns undefined when no key is wanted, none is known, or what is there is not a public key
 */
export function sshKey(design: Design, host: HostFacts | undefined): string | undefined {
  if (!wantsSshKey(design)) return undefined
  const text = host?.ssh_public_key
  if (text === undefined || isPrivateKey(text)) return undefined
  return keyLines(text).find((line) => publicKey.test(line))
}

function keyLines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** What is wrong with the key, or that it is not known; nothing when it takes no way in at all. */
export function sshKeyFindings(design: Design, host: HostFacts | undefined): Finding[] {
  const channels = keyChannels(design)
  if (!wantsSshKey(design) || !(channels.smbios || channels.cloudInit)) return []
  const source = design.spec.ssh?.key_source ?? 'auto'
  const path = ['ssh', 'key_source']
  const findings: Finding[] = []
  if (source.startsWith('/') && !source.endsWith('.pub'))
    findings.push({
      code: 'ssh.key-file-not-public',
      severity: 'warning',
      path,
      message: `${source} does not end in .pub: beside a key pair's private file lies its public one. Name that one, as only it goes into the guest.`,
      fix: { title: `Set ssh.key_source to ${source}.pub`, changes: [{ path, value: `${source}.pub` }] },
    })
  const text = host?.ssh_public_key
  if (text === undefined)
    findings.push({ code: 'ssh.key-unknown', severity: 'advice', path, message: unknown(source) })
  else if (isPrivateKey(text))
    findings.push({
      code: 'ssh.private-key',
      severity: 'error',
      path,
      message:
        'ssh_public_key of the host facts holds a private key. It is left out; put the line of its .pub file there.',
    })
  else if (sshKey(design, host) === undefined)
    findings.push({
      code: 'ssh.not-a-public-key',
      severity: 'error',
      path,
      message:
        'ssh_public_key of the host facts is not a public key. It is left out; put a line such as "ssh-ed25519 AAAA… me@host" there.',
    })
  else if (keyLines(text).length > 1)
    findings.push({
      code: 'ssh.several-keys',
      severity: 'warning',
      path,
      message:
        'ssh_public_key of the host facts has several lines. The first public key goes in; add the others to cloud_init.extra as ssh_authorized_keys.',
    })
  return findings
}

function unknown(source: string): string {
  const how =
    source === 'generate'
      ? 'Make one with ssh-keygen on the host and put its public half'
      : source.startsWith('/')
        ? `Put what is in ${source}`
        : 'Put your public key'
  return `The SSH public key is not known, so nothing that is written here holds one. ${how} into the host facts as ssh_public_key.`
}
