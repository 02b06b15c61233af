/** A command line in the making: each device family adds its options, helpers and findings. */
import type { Completed } from '../../complete/index.ts'
import type { Board, Devices, Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { atLeast } from '../../host/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import type { OptionValue } from '../words/options.ts'
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
