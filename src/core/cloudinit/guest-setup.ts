/** What the guest does for the hardware that it was given: shares are mounted, the agent runs, the console asks for a login. */
import { type GuestMount, guestMounts } from '../guest/index.ts'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { formatShellCommand, quoteForShell } from '../text/index.ts'
import { guestDistro } from './guest-distro.ts'
import { guestAgentCommands, type Init, initOf } from './guest-software.ts'
import type { WrittenFile } from './write-files.ts'

/** Parts of user-data. */
export interface GuestSetup {
  readonly files: readonly WrittenFile[]
  /** For the shell, at the end of the first boot. */
  readonly commands: readonly string[]
}

/** True when shares or the agent's channel alone make a seed worth its disk: the guest is one that is made here. */
export function wantsGuestSetup(design: Design): boolean {
  const kind = design.spec.source?.kind
  if (kind !== 'cloud_image' && kind !== 'bootstrap' && kind !== 'clone') return false
  return hasAgentChannel(design) || sharesOf(design).length > 0
}

/** What is set up, beside everything else that the seed says. A domain that was taken over has its own ways already. */
export function guestSetup(design: Design, host: HostFacts | undefined): GuestSetup {
  if (design.spec.source?.kind === 'imported') return { files: [], commands: [] }
  const distro = guestDistro(design)
  const init = initOf(distro)
  const shares = sharesOf(design)
  const units = init === 'systemd' ? shares.flatMap(unitOf) : []
  return {
    files: units,
    commands: [
      ...(units.length > 0 ? ['systemctl daemon-reload'] : []),
      ...shares.flatMap((share) => mountCommands(share, init)),
      ...(hasAgentChannel(design) ? guestAgentCommands(distro) : []),
      ...(init === 'systemd' && hasSerialConsole(design, host)
        ? ['systemctl enable --now serial-getty@ttyS0']
        : []),
    ],
  }
}

function sharesOf(design: Design): GuestMount[] {
  return guestMounts(design.spec.libvirt ?? {})
}

/** QEMU, docs/interop/qemu-ga.rst: the channel has this name unless both sides say another. */
function hasAgentChannel({ spec }: Design): boolean {
  return spec.libvirt?.devices?.channels?.some(({ name }) => name === 'org.qemu.guest_agent.0') ?? false
}

/**
 * Only a PC's first serial port is ttyS0. A kernel that is not told `console=ttyS0` has no login there by itself
 * (systemd-getty-generator(8)), and only a disk that nobody has set up is asked to have one.
 */
function hasSerialConsole({ spec }: Design, host: HostFacts | undefined): boolean {
  const isNew = spec.source?.kind === 'cloud_image' || spec.source?.kind === 'bootstrap'
  const ports = spec.libvirt?.devices?.serial
  const hasPort = ports?.some(({ target }) => (target?.type ?? 'isa-serial') === 'isa-serial') ?? true
  const arch = spec.libvirt?.os?.arch ?? (spec.machine === undefined ? host?.arch : undefined)
  const isPc = spec.machine !== 'virt' && (arch === undefined || /^(x86_64|i686)$/.test(arch))
  return isNew && hasPort && isPc
}

function unitOf({ unit, unitName }: GuestMount): WrittenFile[] {
  if (unit === undefined) return []
  return [{ path: `/etc/systemd/system/${unitName}`, content: unit, permissions: '0644' }]
}

/** A unit where systemd takes one, else a line of /etc/fstab, of which there is never a second. NixOS keeps neither. */
function mountCommands(share: GuestMount, init: Init): string[] {
  const { unit, unitName, fstab, makeDirectory, line, mountPoint } = share
  if (init === 'nixos') return [makeDirectory, line]
  if (init === 'systemd' && unit !== undefined)
    return [formatShellCommand(['systemctl', 'enable', '--now', unitName])]
  const text = quoteForShell(fstab)
  return [
    makeDirectory,
    `grep -qxF -e ${text} /etc/fstab || printf '%s\\n' ${text} >> /etc/fstab`,
    formatShellCommand(['mount', mountPoint]),
  ]
}
