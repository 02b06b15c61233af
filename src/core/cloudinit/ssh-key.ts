/** The public key that lets its owner in, and the ways that it takes into the guest. */
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { isUnattended, isWindows } from '../installer/index.ts'
import type { Design } from '../spec/index.ts'
import { readPublicKeys } from './public-keys.ts'

/** Which ways the key takes. */
export interface KeyChannels {
  /** An OEM string of SMBIOS that systemd reads as a credential. */
  readonly smbios: boolean
  /** user-data of cloud-init. */
  readonly cloudInit: boolean
  /** The answer file of an installer. */
  readonly installer: boolean
}

type Automatic = Omit<KeyChannels, 'installer'>
type SourceKind = NonNullable<NonNullable<Design['spec']['source']>['kind']>

/**
 * What `auto` means. Without a source, and for a domain that was taken over, nothing is known to be waiting for a key:
 * a new instance id would make cloud-init do its first boot over in a guest that runs already.
 */
const automatic: Readonly<Record<SourceKind, Automatic>> = {
  cloud_image: { smbios: true, cloudInit: true },
  bootc: { smbios: true, cloudInit: false },
  clone: { smbios: true, cloudInit: true },
  imported: { smbios: false, cloudInit: false },
  bootstrap: { smbios: true, cloudInit: true },
}
const noChannel: Automatic = { smbios: false, cloudInit: false }

/** The ways that the key takes, as far as `ssh.key_injection` and the source decide; whether there is one is `sshKey`'s. */
export function keyChannels(design: Design): KeyChannels {
  const { source, ssh } = design.spec
  const auto = source?.kind === undefined ? noChannel : automatic[source.kind]
  return {
    installer: isUnattended(design) && !isWindows(design),
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

/**
 * The public keys that go in, each one line as authorized_keys has it.
 *
 * A page can neither make a key nor read a file: whatever `ssh.key_source` says, the keys are those that HostFacts
 * names. With `generate` that is the public half of the key pair that was made on the host.
 *
 * @returns none when none is wanted or known, and when a private key is among what is there
 */
export function sshKeys(design: Design, host: HostFacts | undefined): readonly string[] {
  if (!wantsSshKey(design) || host?.ssh_public_key === undefined) return []
  return readPublicKeys(host.ssh_public_key).keys
}

/** The first of `sshKeys`. */
export function sshKey(design: Design, host: HostFacts | undefined): string | undefined {
  return sshKeys(design, host)[0]
}

/** What is wrong with the key, or that it is not known; nothing when it takes no way in at all. */
export function sshKeyFindings(design: Design, host: HostFacts | undefined): Finding[] {
  const channels = keyChannels(design)
  if (!wantsSshKey(design) || !Object.values(channels).includes(true)) return []
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
  else
    findings.push(
      ...readPublicKeys(text).problems.map(
        ({ code, severity, message }): Finding => ({
          code,
          severity,
          path,
          message: `ssh_public_key of the host facts: ${message}`,
        }),
      ),
    )
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
