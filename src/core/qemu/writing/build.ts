/** A command line in the making: each device family adds its options, helpers and findings. */
import type { Completed } from '../../complete/index.ts'
import type { Board, Devices, Domain } from '../../domain/index.ts'
import type { Finding, Path, Severity } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { atLeast } from '../../host/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import { jsonOptions } from '../words/json-options.ts'
import { merged, type OptionValue, options, type Pairs } from '../words/options.ts'
import type { Copy, EnvironmentVariable, Helper, QemuArgument, Secret } from './command.ts'
import { type OwnProperties, ownProperties } from './own-properties.ts'

/** What every family is given. */
export interface Build {
  readonly resolved: Resolved
  /** As libvirt would run it: with the devices, models and addresses that it adds itself. */
  readonly domain: Domain
  readonly devices: Devices
  /** Even bridges have no room for them on PCI. */
  readonly devicesWithoutSlot: number
  readonly host: HostFacts
  readonly stateDir: string
  readonly arch: string
  readonly isX86: boolean
  readonly board: Board
  /** The version of QEMU that the line is for; undefined for the newest. */
  readonly version: string | undefined
  readonly arguments: QemuArgument[]
  readonly helpers: Helper[]
  readonly copies: Copy[]
  /** Files that `-object secret` reads: a family that writes such an object adds its file here. */
  readonly secrets: Secret[]
  readonly environment: EnvironmentVariable[]
  /** Properties of qemu:override that no device has taken yet, by the alias of the device. */
  readonly own: Map<string, OwnProperties>
  readonly directories: Set<string>
  readonly findings: Finding[]
  /** The places and messages of the findings, so that each is left once. */
  readonly found: Set<string>
  /** Keys of `-machine`, collected from all over the Domain. */
  readonly machine: Record<string, OptionValue>
  /** What is there once and was emitted already: 'usb', 'virtio-serial', 'scsi' … */
  readonly present: Set<string>
  /** The places in the boot order that the boot list of the machine leaves to the first device of each kind. */
  readonly bootOrder: Map<string, number>
  /** Ids of the author's own, by the id that the device would have without: buses are named after them. */
  readonly ids: Map<string, string>
  /** AHCI ports that are taken. */
  readonly sataPorts: Set<number>
}

export function startBuild(resolved: Resolved, { domain, machine, devicesWithoutSlot }: Completed): Build {
  const { host, paths, directories } = resolved
  const { arch, isX86, board } = machine
  return {
    resolved,
    domain,
    devices: domain.devices ?? {},
    devicesWithoutSlot,
    host,
    stateDir: paths.stateDir,
    arch,
    isX86,
    board,
    version: host.qemu,
    arguments: [],
    helpers: [],
    copies: [],
    secrets: [],
    environment: [],
    own: ownProperties(domain),
    directories: new Set(directories),
    findings: [],
    found: new Set(),
    machine: {},
    present: new Set(),
    bootOrder: new Map(),
    ids: new Map(),
    sataPorts: new Set(),
  }
}

/** Whether the QEMU that the line is for has what came with a version: '8.1'. */
export function hasQemu(build: Build, version: string): boolean {
  return build.version === undefined || atLeast(build.version, version)
}

/** Adds one option. */
export function emit(build: Build, option: string, path: Path, value?: string): void {
  build.arguments.push(value === undefined ? { option, path } : { option, value, path })
}

/** Adds one `-device`, with what qemu:override has for its id. */
export function device(
  build: Build,
  driver: string,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  const value = build.own.size === 0 ? options(driver, ...groups) : overridden(build, driver, merged(groups))
  build.arguments.push({ option: '-device', value, path })
}

/** The same with lists in it, which -device has in JSON only. */
export function deviceWithLists(
  build: Build,
  driver: string,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  const value = jsonOptions(driver, withOwn(build, merged(groups)))
  build.arguments.push({ option: '-device', value, path })
}

function overridden(build: Build, driver: string, pairs: Pairs): string {
  const said = withOwn(build, pairs)
  return 'iothread-vq-mapping.0.iothread' in said ? jsonOptions(driver, said) : options(driver, said)
}

function withOwn({ own }: Build, pairs: Pairs): Pairs {
  const id = String(pairs['id'])
  const properties = own.get(id)
  if (properties === undefined) return pairs
  own.delete(id)
  return { ...pairs, ...properties.pairs }
}

/** Adds one `-object`. */
export function object(
  build: Build,
  type: string,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  build.arguments.push({ option: '-object', value: options(type, ...groups), path })
}

/** The codes of what the command line leaves open. They never change. */
export type Code =
  /** Left out: libvirt does it, a QEMU command line does not. */
  | 'qemu.unsupported'
  /** Said, but not quite as libvirt does it. */
  | 'qemu.differs'
  /** Works once the host has been made ready for it. */
  | 'qemu.host-setup'
  /** A password, which must not stand on a command line. */
  | 'qemu.secret'
  /** A text that QEMU would read as something else. */
  | 'qemu.text'

const severityOf: Readonly<Record<Code, Severity>> = {
  'qemu.unsupported': 'warning',
  'qemu.differs': 'advice',
  'qemu.host-setup': 'advice',
  'qemu.secret': 'advice',
  'qemu.text': 'error',
}

/** Leaves a finding at a place of the Domain, once. */
export function find(
  build: Build,
  code: Code,
  path: Path,
  message: string,
  severity: Severity = severityOf[code],
): void {
  const key = `${path.join()}\n${message}`
  if (build.found.has(key)) return
  build.found.add(key)
  build.findings.push({ code, severity, path, message })
}

/** sun_path of a Unix socket holds 108 bytes, the closing zero among them. */
const longestSocketPath = 107

/** A socket in the state directory of the VM. */
export function socketPath(build: Build, name: string, path: Path): string {
  const socket = `${build.stateDir}/${name}`
  checkSocketPath(build, socket, path)
  return socket
}

/** Linux refuses to bind a socket with a longer path. */
export function checkSocketPath(build: Build, socket: string, path: Path): void {
  if (socket.length <= longestSocketPath) return
  find(
    build,
    'qemu.text',
    path,
    `The socket path ${socket} is longer than the ${longestSocketPath} bytes that Linux takes. Use a shorter state directory or name.`,
  )
}

/**
 * The id of a device: the author's alias, else the one given.
 * QEMU takes a letter, then letters, digits, `-`, `.` and `_`.
 */
export function idOf(
  build: Build,
  alias: { readonly name?: string | undefined } | undefined,
  fallback: string,
  path: Path,
): string {
  const name = alias?.name
  if (name === undefined) return fallback
  if (/^[A-Za-z][\w.-]*$/.test(name)) {
    build.ids.set(fallback, name)
    return name
  }
  find(
    build,
    'qemu.text',
    [...path, 'alias'],
    `QEMU takes no id '${name}': a letter first, then letters, digits, -, . and _. It is called ${fallback}.`,
    'warning',
  )
  return fallback
}

/** The place in the boot order: the device's own, else what the boot list of the machine gives the first of its kind. */
export function bootIndexOf(
  build: Build,
  kind: string,
  own: { readonly order?: number | undefined } | undefined,
): number | undefined {
  if (own?.order !== undefined) return own.order
  const index = build.bootOrder.get(kind)
  if (index !== undefined) build.bootOrder.delete(kind)
  return index
}

/** `virtio-net-pci`, or its flavour for old guests and for machines without PCI. */
export function virtioDevice(
  name: string,
  model: string | undefined,
  address?: { readonly type?: string | undefined },
): string {
  return `virtio-${name}${virtioFlavour(model, address)}`
}

/**
 * The end of the name of a virtio device: which bus it is for, and whether old guests find it.
 *
 * @param address of the device: on a machine without PCI it has a bus of its own
 */
export function virtioFlavour(
  model: string | undefined,
  address?: { readonly type?: string | undefined },
): string {
  if (address?.type === 'virtio-mmio') return '-device'
  if (address?.type === 'ccw') return '-ccw'
  if (model === 'virtio-transitional') return '-pci-transitional'
  if (model === 'virtio-non-transitional') return '-pci-non-transitional'
  return '-pci'
}
