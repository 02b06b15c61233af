/** The files of a NoCloud seed. cloud-init, NoCloud: user-data and meta-data have to be there, network-config may be. */

import { Document } from 'yaml'
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { isUnattended } from '../installer/index.ts'
import type { Design } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { appendAll, withoutEnds } from '../text/index.ts'
import { mergeExtra } from './extra.ts'
import { guestDistro } from './guest-distro.ts'
import { guestSetup, wantsGuestSetup } from './guest-setup.ts'
import { sshServerCommands } from './guest-software.ts'
import { loginOf, notBlank } from './login.ts'
import { mirrorsOf } from './mirrors.ts'
import { ethernetsFindings, extraSchemaFindings } from './schema-findings.ts'
import { keyChannels, sshKeyFindings, sshKeys, wantsSshKey } from './ssh-key.ts'
import { userFindings, usersOf } from './users.ts'
import { writtenFileFindings, writtenFiles } from './write-files.ts'
import { yaml11, yamlOf, yamlText } from './yaml-1-1.ts'

/** One file of the seed. */
export interface CloudInitFile {
  readonly name: 'user-data' | 'meta-data' | 'network-config'
  readonly text: string
}

/** What cloud-init is told. */
export interface CloudInit {
  /** Whether there is anything to tell, and so a seed to attach. */
  readonly needed: boolean
  /** In the order of the seed; empty when nothing is needed. */
  readonly files: readonly CloudInitFile[]
  /** Also those about an SSH key that goes in by SMBIOS alone. */
  readonly findings: readonly Finding[]
}

/**
 * True when cloud-init has something to say, and so a seed belongs to the VM: something under `cloud_init`, a key that
 * goes in by cloud-init (known or not yet), a user to create, or shares and an agent to set up. Cheap: writes nothing.
 */
export function hasSomethingToSay(design: Design): boolean {
  // The installer was told, and what it installed may have no cloud-init.
  if (isUnattended(design)) return false
  const said = design.spec.cloud_init ?? {}
  const texts = [said.hostname, said.timezone, said.locale, said.extra]
  const lists: readonly (readonly unknown[] | undefined)[] = [
    said.users,
    said.package,
    said.runcmd,
    said.bootcmd,
    said.write_files,
    said.mirrors?.apt,
    said.mirrors?.dnf,
    said.mirrors?.pacman,
  ]
  return (
    texts.some((text) => notBlank(text) !== undefined) ||
    lists.some((list) => list !== undefined && list.length > 0) ||
    said.network?.ethernets !== undefined ||
    (keyChannels(design).cloudInit && wantsSshKey(design)) ||
    wantsGuestSetup(design) ||
    (isMadeFromScratch(design) && loginOf(design).kind === 'created')
  )
}

/** A disk that nobody has logged in to yet, and that may have neither a user nor an SSH server. */
function isMadeFromScratch({ spec }: Design): boolean {
  return spec.source?.kind === 'cloud_image' || spec.source?.kind === 'bootstrap'
}

/**
 * The seed of a design, as YAML 1.1.
 *
 * @param host where the public key comes from; undefined when nothing is known
 */
export function renderCloudInit(design: Design, host: HostFacts | undefined): CloudInit {
  const findings = sshKeyFindings(design, host)
  if (!hasSomethingToSay(design)) return { needed: false, files: [], findings }
  const files: CloudInitFile[] = [
    { name: 'user-data', text: userData(design, host, findings) },
    { name: 'meta-data', text: metaData(design, findings) },
  ]
  const network = networkConfig(design, findings)
  if (network !== undefined) files.push({ name: 'network-config', text: network })
  return { needed: true, files, findings }
}

function userData(design: Design, host: HostFacts | undefined, findings: Finding[]): string {
  const said = design.spec.cloud_init ?? {}
  const keyGoesIn = keyChannels(design).cloudInit && wantsSshKey(design)
  const server = serverCommands(design, findings)
  const setup = guestSetup(design, host)
  const mirrors = mirrorsOf(design)
  appendAll(findings, [...mirrors.findings, ...userFindings(design), ...writtenFileFindings(design)])
  const commands = [...server, ...setup.commands]
  const ownCommands = (said.runcmd ?? []).filter((command) => !commands.includes(command))
  const data = {
    ...texts(said),
    ...usersOf(design, keyGoesIn ? sshKeys(design, host) : [], keyGoesIn),
    ...(mirrors.apt === undefined ? {} : { apt: mirrors.apt }),
    ...list('packages', [...new Set(said.package)]),
    ...list('write_files', [...mirrors.files, ...setup.files, ...writtenFiles(design)]),
    ...list('bootcmd', said.bootcmd ?? []),
    ...list('runcmd', [...commands, ...ownCommands]),
  }
  const tree = new Document(data, yaml11)
  appendAll(findings, mergeExtra(tree, said.extra ?? ''))
  appendAll(findings, extraSchemaFindings(said.extra ?? ''))
  return `#cloud-config\n${yamlText(tree)}`
}

function texts(said: NonNullable<Design['spec']['cloud_init']>): Record<string, string> {
  const held: Record<string, string> = {}
  for (const key of ['hostname', 'timezone', 'locale'] as const) {
    const text = notBlank(said[key])
    if (text !== undefined) held[key] = text
  }
  return held
}

function list(key: string, items: readonly unknown[]): Record<string, readonly unknown[]> {
  return items.length === 0 ? {} : { [key]: items }
}

function serverCommands(design: Design, findings: Finding[]): string[] {
  const { ssh } = design.spec
  const wanted = wantsSshKey(design) || ssh?.user !== undefined || (ssh?.port ?? 0) > 0
  if (!isMadeFromScratch(design) || !wanted) return []
  const distro = guestDistro(design)
  if (distro === undefined)
    findings.push({
      code: 'cloud-init.distro-unknown',
      severity: 'advice',
      path: ['source', 'distro'],
      message:
        'Nothing tells which distribution this is, so no SSH server is installed; one that is there is started. Say it in source.distro.',
    })
  return sshServerCommands(distro)
}

/** RFC 1123, as hostnamectl takes it. */
export const hostName = /^[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9][A-Za-z0-9-]{0,62})*$/

/**
 * The instance id comes from the VM's name alone. cloud-init does its first boot over when the id changes, new SSH host
 * keys and all: adding a package to the design must not do that to a guest that runs, and a new disk knows no id.
 */
function metaData(design: Design, findings: Finding[]): string {
  const said = notBlank(design.spec.cloud_init?.hostname)
  if (said !== undefined && !hostName.test(said))
    findings.push({
      code: 'cloud-init.hostname',
      severity: 'error',
      path: ['cloud_init', 'hostname'],
      message: `${JSON.stringify(said)} is no host name. Use letters, digits and hyphens, in parts of up to 63 with dots between.`,
    })
  return yamlOf({
    'instance-id': `vmwright-${encodeURIComponent(design.name.toWellFormed())}`,
    'local-hostname': said ?? hostNameFrom(design.name),
  })
}

/** A host name of the name of a VM, as far as its letters are those of one. */
export function hostNameFrom(name: string): string {
  const allowed = name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 63)
  return withoutEnds(allowed, /-/) || 'vm'
}

/** netplan's format; what `ethernets` holds is passed on as it is. cloud-init, Networking Config Version 2. */
function networkConfig(design: Design, findings: Finding[]): string | undefined {
  const network = design.spec.cloud_init?.network
  if (network?.ethernets === undefined) return undefined
  if (!isRecord(network.ethernets)) {
    findings.push({
      code: 'cloud-init.ethernets-not-a-map',
      severity: 'error',
      path: ['cloud_init', 'network', 'ethernets'],
      message: 'ethernets is left out: it has to be a map of interfaces, such as "eth0: {dhcp4: true}".',
    })
    return undefined
  }
  const version = network.version ?? 2
  if (version !== 2)
    findings.push({
      code: 'cloud-init.network-version',
      severity: 'warning',
      path: ['cloud_init', 'network', 'version'],
      message: `Only version 2 knows ethernets; with version ${version} cloud-init ignores them. Leave the version out.`,
      fix: {
        title: 'Remove cloud_init.network.version',
        changes: [{ path: ['cloud_init', 'network', 'version'] }],
      },
    })
  appendAll(findings, ethernetsFindings(network.ethernets))
  return yamlOf({ version, ethernets: network.ethernets })
}
