/**
 * What a VM wants to find on its host, and how one sees whether it is there: a table, one line for each kind. Where
 * HostFacts say that something is missing, a rule says so as an error (`rules/host/`), with its fix; here is what they
 * say to be there, and what they don't tell.
 */
import { neededFiles } from '../bundle/index.ts'
import type { Path } from '../finding.ts'
import { firmwareInstallFor, type HostFacts } from '../host/index.ts'
import { neededHelpers } from '../needs.ts'
import { binaryOf, type QemuCommand } from '../qemu/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { ownValue, shellWord } from '../text/index.ts'
import type { StartWay } from './start-ways.ts'

/** One thing that has to be there. */
export interface HostWant {
  /** A sentence: 'KVM can be used (/dev/kvm).' */
  readonly what: string
  /** What HostFacts say; undefined when they say nothing. */
  readonly seen: boolean | undefined
  /** One line for a shell that tells. */
  readonly ask: string
  /** Lines for a shell that bring it, where there is one way to. */
  readonly commands: readonly string[]
  /** Where the Domain asks for it. */
  readonly path: Path
}

export interface ForStart {
  readonly way: StartWay
  readonly resolved: Resolved
  /** Of a design for QEMU by hand alone. */
  readonly command: QemuCommand | undefined
  readonly facts: HostFacts
}

/** Everything that the VM wants of the host, in the order in which it is missed. */
export function hostWants(start: ForStart): readonly HostWant[] {
  return wants.flatMap((find) => find(start))
}

const wants: readonly ((start: ForStart) => readonly HostWant[])[] = [
  libvirtItself,
  kvm,
  emulator,
  helpers,
  firmware,
  networks,
  bridges,
  files,
]

function libvirtItself({ way, facts }: ForStart): HostWant[] {
  if (way === 'qemu') return []
  const uri = `qemu:///${way === 'libvirt-system' ? 'system' : 'session'}`
  const isKnown = facts.libvirt !== undefined && facts.connection === uri.slice('qemu:///'.length)
  return [
    {
      what: `libvirt answers at ${uri}.`,
      seen: isKnown ? true : undefined,
      ask: `virsh -c ${uri} version`,
      commands: [],
      path: [],
    },
  ]
}

function kvm({ resolved: { domain }, facts }: ForStart): HostWant[] {
  if (domain.type !== 'kvm') return []
  return [
    {
      what: 'KVM can be used.',
      seen: facts.kvm,
      ask: 'test -w /dev/kvm && echo yes',
      commands: [],
      path: ['type'],
    },
  ]
}

function emulator({ resolved: { domain }, facts }: ForStart): HostWant[] {
  const said = domain.devices?.emulator
  const arch = domain.os?.arch ?? 'x86_64'
  const isKnown =
    said === undefined &&
    (facts.emulators?.some((one) => one.arch === arch) === true ||
      (facts.qemu !== undefined && facts.arch === arch))
  return [
    {
      what: `QEMU for ${arch} is installed.`,
      seen: isKnown ? true : undefined,
      ask: `command -v ${shellWord(binaryOf(domain))}`,
      commands: [],
      path: ['devices', 'emulator'],
    },
  ]
}

function helpers({ way, resolved, command, facts }: ForStart): HostWant[] {
  const needed = way === 'qemu' && command !== undefined ? command.helpers : neededHelpers(resolved.domain)
  const names = new Set<string>()
  return needed.flatMap(({ name, path }) => {
    if (names.has(name)) return []
    names.add(name)
    const held = ownValue(facts.programs, name)
    return [
      {
        what: `The program ${name} is installed.`,
        seen: held === undefined ? undefined : held !== null,
        // virtiofsd is on no PATH where it comes with QEMU.
        ask:
          name === 'virtiofsd'
            ? 'ls /usr/libexec/virtiofsd /usr/lib/virtiofsd /usr/lib/qemu/virtiofsd'
            : `command -v ${name}`,
        commands: [],
        path,
      },
    ]
  })
}

function firmware({ resolved: { domain, host }, facts }: ForStart): HostWant[] {
  const { os } = domain
  const file = os?.loader?.value
  if (os?.firmware !== 'efi' && file === undefined) return []
  const arch = os?.arch ?? 'x86_64'
  const isSeen = file !== undefined && facts.firmware?.some(({ path }) => path === file) === true
  const [install, ...others] = firmwareInstallFor(host.distro, arch)
  return [
    {
      what: file === undefined ? `UEFI firmware for ${arch} is installed.` : `The firmware ${file} is there.`,
      seen: isSeen ? true : undefined,
      ask: file === undefined ? 'ls /usr/share/qemu/firmware' : `ls -l ${shellWord(file)}`,
      commands: install === undefined || others.length > 0 ? [] : [install.text],
      path: file === undefined ? ['os', 'firmware'] : ['os', 'loader', 'value'],
    },
  ]
}

function networks({ way, resolved: { domain }, facts }: ForStart): HostWant[] {
  if (way === 'qemu') return []
  return (domain.devices?.interfaces ?? []).flatMap(({ type, source }, index) => {
    const name = source?.network
    if (type !== 'network' || name === undefined) return []
    return [
      {
        what: `libvirt’s network ${name} is started.`,
        seen: facts.networks?.some((one) => one.name === name && one.active !== false),
        ask: `virsh -c qemu:///system net-info ${shellWord(name)}`,
        commands: [`virsh -c qemu:///system net-start ${shellWord(name)}`],
        path: ['devices', 'interfaces', index, 'source', 'network'],
      },
    ]
  })
}

function bridges({ resolved: { domain }, facts }: ForStart): HostWant[] {
  return (domain.devices?.interfaces ?? []).flatMap(({ type, source }, index) => {
    const bridge = source?.bridge
    if (type !== 'bridge' || bridge === undefined) return []
    return [
      {
        what: `The bridge ${bridge} is there.`,
        seen: facts.network_devices?.some(({ kind, name }) => kind === 'bridge' && name === bridge),
        ask: `ip link show ${shellWord(bridge)}`,
        commands: [],
        path: ['devices', 'interfaces', index, 'source', 'bridge'],
      },
    ]
  })
}

/** HostFacts hold no list of files: a disk or partition of the host is all that they can know. */
function files({ resolved, facts }: ForStart): HostWant[] {
  return neededFiles(resolved).map(({ file, what, path }) => ({
    what: `${what} is there: ${file}`,
    seen: facts.block_devices?.some((one) => one.path === file || `/dev/${one.name}` === file)
      ? true
      : undefined,
    ask: `ls -lL ${shellWord(file)}`,
    commands: [],
    path,
  }))
}
