/** Manifests of KubeVirt to designs: a VirtualMachine or VirtualMachineInstance, several of them, a List. */
import type { Disk, Domain } from '../../domain/index.ts'
import type { Finding, Path, Position } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { lift } from '../../lift/index.ts'
import { type Design, type VmSpec, vmSpec } from '../../spec/index.ts'
import { isRecord, lenientSchema, type UnknownRecord } from '../../table/index.ts'
import type { ReadTarget } from '../target.ts'
import { readVm } from './read-vm.ts'
import type { Objects } from './reading.ts'
import type { Way } from './words/tree.ts'
import { heldAt } from './words/tree.ts'
import { plainDocuments } from './yaml/plain-yaml.ts'

/** Longer texts are refused, in UTF-16 units. */
const longest = 2 * 1024 * 1024
/** More VMs of one text are not read. */
const most = 256

/**
 * Reads manifests. Never throws.
 *
 * @param defaultName what a VM without a name is called
 * @returns codes of findings: `kubevirt.kept` for what libvirt has no word for (it goes back with the design),
 * `kubevirt.volume` and `kubevirt.elsewhere` for what stands elsewhere in the cluster, `kubevirt.value`,
 * `kubevirt.yaml`, `kubevirt.too-long`, `kubevirt.nothing`
 */
export function readKubevirt(text: string, defaultName: string, host: HostFacts | undefined): ReadTarget {
  const documents = text.length > longest ? undefined : plainDocuments(text)
  if (documents === undefined) return { designs: [], findings: [tooLong] }
  const broken = documents.flatMap(({ error, offset }): Finding[] =>
    error === undefined
      ? []
      : [
          {
            code: 'kubevirt.yaml',
            severity: 'error',
            path: [],
            position: positionOf(text, offset),
            message: `This document is no YAML: ${error}`,
          },
        ],
  )
  const objects = documents.flatMap(({ data }) => objectsOf(data))
  const named: Objects = new Map(
    objects.map((one) => [`${String(one['kind'])}/${String(heldAt(one, ['metadata', 'name']))}`, one]),
  )
  const vms = objects.flatMap(machineOf).slice(0, most)
  const read = vms.map((vm) => readOne(vm, defaultName, host, named))
  const findings = [...broken, ...read.flatMap((one) => one.findings)]
  if (read.length === 0 && broken.length === 0) findings.push(nothing)
  return { designs: read.map(({ design }) => design), findings }
}

function objectsOf(data: unknown): UnknownRecord[] {
  if (!isRecord(data)) return []
  const items = data['items']
  if (String(data['kind']).endsWith('List') && Array.isArray(items)) return items.filter(isRecord)
  return [data]
}

/** What runs is a machine without the part around its template. */
function machineOf(object: UnknownRecord): UnknownRecord[] {
  if (!String(object['apiVersion']).startsWith('kubevirt.io/')) return []
  if (object['kind'] === 'VirtualMachine') return [object]
  if (object['kind'] !== 'VirtualMachineInstance') return []
  return [{ metadata: object['metadata'], spec: { template: { spec: object['spec'] } } }]
}

interface ReadOne {
  readonly design: Design
  readonly findings: readonly Finding[]
}

function readOne(
  vm: UnknownRecord,
  defaultName: string,
  host: HostFacts | undefined,
  objects: Objects,
): ReadOne {
  const { reading, domain, findings } = readVm(vm, defaultName, { host, objects })
  const said = saidOf(reading.said)
  const { machine, disk } = withoutRootDisk(
    domain,
    said.source === undefined ? undefined : reading.paths.disk,
  )
  const lifted = lift(machine, host)
  const { source } = said
  const { source: _, ...others } = lifted.spec
  const ssh = said.ssh === undefined ? {} : { ssh: { ...lifted.spec.ssh, ...said.ssh } }
  const bare = { ...(source === undefined ? lifted.spec : others), ...said, ...ssh }
  const spec = disk === undefined ? bare : { ...bare, libvirt: { ...bare.libvirt, root_disk: disk } }
  const kept = reading.own.map(({ way, value }) => `${shownWay(way)}: ${shown(value)}`)
  return {
    design: { name: lifted.name, spec },
    findings: kept.length === 0 ? findings : [...findings, keptFinding(kept)],
  }
}

/**
 * The disk that is made of `source` is the design's own, wherever its host keeps it: of it only the further words are said.
 *
 * @param file where the reader put it; undefined when there is none
 */
function withoutRootDisk(
  domain: Domain,
  file: string | undefined,
): {
  readonly machine: Domain
  readonly disk: Disk | undefined
} {
  const { disks = [], ...devices } = domain.devices ?? {}
  const root = file === undefined ? undefined : disks.find(({ source }) => source?.file === file)
  if (root === undefined) return { machine: domain, disk: undefined }
  const others = disks.filter((disk) => disk !== root)
  const { type: _type, device: _device, source: _source, driver, ...further } = root
  const { type: _format, name: _name, ...served } = driver ?? {}
  return {
    machine: { ...domain, devices: { ...devices, ...(others.length === 0 ? {} : { disks: others }) } },
    disk: { ...further, ...(Object.keys(served).length === 0 ? {} : { driver: served }) },
  }
}

/** What a manifest says beside the machine, in the form of vm.yml. */
function saidOf(said: UnknownRecord): VmSpec {
  const parsed = lenientSchema(vmSpec).safeParse(said)
  return parsed.success ? parsed.data : {}
}

function keptFinding(kept: readonly string[]): Finding {
  return {
    code: 'kubevirt.kept',
    severity: 'advice',
    path: [],
    message: `libvirt has no word for these, which are kept for the way back to KubeVirt: ${kept.join('; ')}.`,
  }
}

function shownWay(way: Way): string {
  return way
    .map((key) => (key.startsWith('=') ? `[${key.slice(1)}]` : `.${key}`))
    .join('')
    .slice(1)
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

const noPlace: Path = []

const tooLong: Finding = {
  code: 'kubevirt.too-long',
  severity: 'error',
  path: noPlace,
  message: 'The text is longer, or deeper, than any manifest of VMs is.',
}

const nothing: Finding = {
  code: 'kubevirt.nothing',
  severity: 'error',
  path: noPlace,
  message: 'There is no VirtualMachine of KubeVirt here.',
}
