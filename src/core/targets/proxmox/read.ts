/** Proxmox VE to designs: `ID.conf`, what `qm config` prints, and scripts of `qm create`. */
import type { Domain } from '../../domain/index.ts'
import type { Finding, Path, Position } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { lift } from '../../lift/index.ts'
import type { Design, VmSpec } from '../../spec/index.ts'
import { type CloudInitWords, readCloudInit } from './families/cloud-init.ts'
import { readVm } from './read-vm.ts'
import type { Reading } from './reading.ts'
import { readConfigText } from './text/read-config.ts'
import { readQmText } from './text/read-qm.ts'
import type { Section, VmSettings } from './text/settings.ts'
import { withSnapshots } from './text/snapshots.ts'
import { flag } from './words/codec.ts'

/** One VM of a text. */
export interface ReadProxmoxVm {
  readonly name: string
  readonly domain: Domain
  /** What a design says beside the domain. */
  readonly said: Pick<VmSpec, 'autostart' | 'cloud_init' | 'ssh' | 'snapshot'>
  /** Where the devices of the Domain stand in the text. */
  readonly places: readonly { readonly path: Path; readonly position: Position }[]
}

export interface ProxmoxDocument {
  readonly vms: readonly ReadProxmoxVm[]
  readonly findings: readonly Finding[]
}

/** Longer texts are refused, in UTF-16 units. */
const longest = 2 * 1024 * 1024

/**
 * Reads a configuration of Proxmox VE. Never throws; takes time as the text is long.
 *
 * @param defaultName what a VM without a name is called
 * @param host the node: its architecture is the usual one, its processor decides what Windows is told
 * @returns codes of findings: `proxmox.kept` for what libvirt has no word for (it goes back to Proxmox VE with the
 * design), `proxmox.volume` and `proxmox.elsewhere` for what stands elsewhere on the node, `proxmox.section`,
 * `proxmox.line`, `proxmox.value`, `proxmox.too-long`, `proxmox.nothing`, and those of the reader of command lines
 */
export function readProxmox(text: string, defaultName = 'imported', host?: HostFacts): ProxmoxDocument {
  if (text.length > longest) return { vms: [], findings: [tooLong] }
  const { vms, findings } = /\bqm\s+(?:create|set)\s/.test(text)
    ? readQmText(text)
    : { vms: [readConfigText(text)], findings: [] }
  const read = vms.flatMap((vm) => readOne(vm, defaultName, host))
  if (read.length === 0) return { vms: [], findings: [...findings, nothing] }
  return { vms: read.map(({ vm }) => vm), findings: [...findings, ...read.flatMap((one) => one.findings)] }
}

function readOne(
  vm: VmSettings,
  defaultName: string,
  host: HostFacts | undefined,
): { vm: ReadProxmoxVm; findings: readonly Finding[] }[] {
  if ((vm.sections[0]?.settings.length ?? 0) === 0) return []
  let words: CloudInitWords = {}
  let autostart: boolean | undefined
  const takeOver = (reading: Reading) => {
    words = readCloudInit(reading)
    autostart = reading.takeAs('onboot', (text) => flag.read(text) === true || undefined)
  }
  const read = readVm(vm, takeOver, { host })
  if (read === undefined) return []
  const { reading, domain } = read
  const name = domain.name ?? defaultName
  const snapshot = withSnapshots(vm.sections)
  const said = {
    ...words,
    ...(autostart === true ? { autostart } : {}),
    ...(snapshot.length === 0 ? {} : { snapshot }),
  }
  const findings = [
    ...read.findings,
    ...keptFindings(reading),
    ...vm.sections.flatMap(sectionFinding),
    ...vm.unread.map(lineFinding),
  ]
  return [{ vm: { name, domain: { ...domain, name }, said, places: placesOf(reading) }, findings }]
}

function placesOf(reading: Reading): { path: Path; position: Position }[] {
  return [...reading.byKey].flatMap(([key, { list, index }]) => {
    const position = reading.positionOf(key)
    return position === undefined ? [] : [{ path: ['devices', list, index], position }]
  })
}

/** Informational, and made anew wherever the design goes. */
const silent =
  /\.size$|^(?:meta|digest|machine\.suffix|vga\.type|efidisk0\.|tpmstate0\.|hostpci\d+\.functions)/

function keptFindings({ own }: Reading): Finding[] {
  const named = own.filter(({ key }) => !silent.test(key))
  if (named.length === 0) return []
  const list = named.map(({ key, value }) => `${key}=${value}`).join(', ')
  return [
    {
      code: 'proxmox.kept',
      severity: 'advice',
      path: [],
      message: `libvirt has no word for these, which are kept for the way back to Proxmox VE: ${list}.`,
    },
  ]
}

function sectionFinding({ kind, name, position, settings }: Section): Finding[] {
  if (kind === 'main' || kind === 'special' || (kind === 'pending' && settings.length === 0)) return []
  const message =
    kind === 'pending'
      ? `Changes that wait for the next start are not read: ${settings.map(({ key, value }) => `${key}: ${value}`).join(', ')}.`
      : `The snapshot ${name} is read as one to be taken; its data stays on the node.`
  return [{ code: 'proxmox.section', severity: 'advice', path: [], position, message }]
}

function lineFinding({ text, position }: VmSettings['unread'][number]): Finding {
  const message = `This is no setting and was passed over: ${text.slice(0, 80)}`
  return { code: 'proxmox.line', severity: 'advice', path: [], position, message }
}

const tooLong: Finding = {
  code: 'proxmox.too-long',
  severity: 'error',
  path: [],
  message: `The text is longer than ${longest / 1024 / 1024} MiB, which no configuration of a VM is.`,
}

const nothing: Finding = {
  code: 'proxmox.nothing',
  severity: 'error',
  path: [],
  message: 'There is no configuration of Proxmox VE here: lines such as `memory: 2048`, or a `qm create`.',
}

/** The design of a VM that was read. */
export function liftProxmox({ domain, said }: ReadProxmoxVm, host: HostFacts | undefined): Design {
  const design = lift(domain, host)
  return { ...design, spec: { ...design.spec, ...said } }
}
