/** A VM of a desktop's hypervisor as a design: what it says, and what a preset would give its guest. */
import type { Finding, Path, Position } from '../../finding.ts'
import { formatPath } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { lift } from '../../lift/index.ts'
import { resolve, withoutAll } from '../../resolve/index.ts'
import { type Design, type VmSpec, vmSpec } from '../../spec/index.ts'
import { guestSystem } from '../../systems/index.ts'
import { lenientSchema, type UnknownRecord } from '../../table/index.ts'
import { interfaceOf, sayNetworks } from './cards.ts'
import { boardOf, placeDrives } from './drives.ts'
import type { DesktopMachine } from './machine.ts'

export interface DesktopDesign {
  readonly design: Design
  readonly findings: readonly Finding[]
  /** Where the devices of the Domain stand in the text. */
  readonly places: readonly { readonly path: Path; readonly position: Position }[]
}

/** @param defaultName what a VM without a name is called */
export function designOf(
  machine: DesktopMachine,
  defaultName: string,
  host: HostFacts | undefined,
): DesktopDesign {
  if (machine.guest.family === 'windows' && machine.guest.id === undefined)
    machine.say(
      'unknown',
      'advice',
      'Which Windows runs in it is not told: say guest, such as windows-10, and what it needs is filled in.',
    )
  const name = nameOf(machine.name) ?? nameOf(defaultName) ?? 'imported'
  const { devices, places } = devicesOf(machine)
  const said = saidOf(machine)
  const spec = typedSpec(
    {
      source: { kind: 'imported', libvirt_name: name },
      ...said,
      firmware: machine.firmware,
      machine: boardOf(machine),
      cpu: machine.cpus,
      ram: machine.memory === undefined ? undefined : `${machine.memory}M`,
      libvirt: { ...machine.domain, ...domainOf(machine), devices },
    },
    machine,
  )
  const { domain } = resolve({ name, spec }, host)
  return { design: withNewDisks(lift(domain, host, said), spec), findings: machine.findings, places }
}

/** Which disks are to be made is in no Domain. */
function withNewDisks({ name, spec }: Design, before: VmSpec): Design {
  const sizes = new Map(
    (before.libvirt?.devices?.disks ?? []).flatMap(({ create, target }) =>
      create === undefined || target?.dev === undefined ? [] : [[target.dev, create]],
    ),
  )
  if (sizes.size === 0) return { name, spec }
  const disks = spec.libvirt?.devices?.disks?.map((disk) => {
    const create = sizes.get(disk.target?.dev ?? '')
    return create === undefined ? disk : { ...disk, create }
  })
  const devices = { ...spec.libvirt?.devices, ...(disks === undefined ? {} : { disks }) }
  return { name, spec: { ...spec, libvirt: { ...spec.libvirt, devices } } }
}

/** What is in no Domain. */
function saidOf({ guest, isNested }: DesktopMachine): Pick<VmSpec, 'guest' | 'nested'> {
  return {
    ...(guest.id === undefined ? {} : { guest: guest.id }),
    ...(isNested ? { nested: true } : {}),
  }
}

function domainOf(machine: DesktopMachine): UnknownRecord {
  const { uuid, description, guest, clock } = machine
  return {
    ...(uuid === undefined ? {} : { uuid }),
    ...(description === undefined ? {} : { description }),
    ...(guest.isArm ? { os: { arch: 'aarch64' } } : {}),
    ...(clock === undefined ? {} : { clock: { offset: clock } }),
    ...topologyOf(machine),
  }
}

/** A count that the cores of a socket do not fill is left to QEMU: a socket for each. */
function topologyOf({ cpus, coresPerSocket }: DesktopMachine): UnknownRecord {
  if (cpus === undefined || coresPerSocket === undefined || coresPerSocket < 1) return {}
  const sockets = cpus / coresPerSocket
  if (!Number.isInteger(sockets)) return {}
  return { cpu: { topology: { sockets, cores: coresPerSocket, threads: 1 } } }
}

function devicesOf(machine: DesktopMachine): {
  readonly devices: UnknownRecord
  readonly places: DesktopDesign['places']
} {
  const { disks, controllers } = placeDrives(machine)
  sayNetworks(machine)
  const lists = new Map<string, readonly { readonly item: UnknownRecord; readonly position: Position }[]>([
    ...machine.devices,
    ['disks', disks],
    ['interfaces', machine.cards.map((card) => ({ item: interfaceOf(card), position: card.position }))],
  ])
  const places = [...lists].flatMap(([list, items]) =>
    items.map(({ position }, index) => ({ path: ['devices', list, index], position })),
  )
  const said = [...lists].map(([list, items]) => [list, items.map(({ item }) => item)] as const)
  const devices = {
    ...screenOf(machine),
    ...Object.fromEntries(said),
    ...(controllers.length === 0 ? {} : { controllers }),
  }
  return { devices, places }
}

/** Each of them has a screen; where the guest is one that is looked at, it gives it by itself. */
function screenOf({ guest }: DesktopMachine): UnknownRecord {
  if (guestSystem(guest.id)?.screen === true) return {}
  return {
    graphics: [{ type: 'vnc', autoport: 'yes', listen: [{ type: 'address', address: '127.0.0.1' }] }],
    video: [{ model: guest.family === 'linux' || guest.isArm ? 'virtio' : 'vga' }],
    inputs: [{ type: 'tablet', bus: 'usb' }],
  }
}

/** As libvirt takes it: no slash, no control characters. */
function nameOf(text: string | undefined): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const name = text?.replace(/[\u0000-\u001f\u007f/]+/g, '-').trim()
  return name === undefined || /^(?:\.{0,2}|__proto__)$/.test(name) ? undefined : name
}

/** Values of the form that the tables ask for; what is of none is left out, with a finding. */
function typedSpec(plain: UnknownRecord, machine: DesktopMachine): VmSpec {
  let value: unknown = plain
  for (let round = 0; round < 8; round += 1) {
    const parsed = lenientSchema(vmSpec).safeParse(value)
    if (parsed.success) return parsed.data
    const paths = parsed.error.issues.map(
      ({ path }): Path => path.map((one) => (typeof one === 'number' ? one : String(one))),
    )
    for (const path of paths)
      machine.say(
        'value',
        'warning',
        `${formatPath(path)} has a value that libvirt has no word for, and is left out.`,
      )
    value = withoutAll(value, paths)
  }
  return {}
}
