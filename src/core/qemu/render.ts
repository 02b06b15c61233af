/** Domain to QEMU command line. */
import type { Finding } from '../finding.ts'
import type { Resolved } from '../resolve/index.ts'
import { isRecord } from '../table/index.ts'
import { type Build, find, startBuild } from './build.ts'
import { renderChannels, renderConsoles, renderMonitor, renderSerialPorts } from './chardevs/consoles.ts'
import type { QemuCommand } from './command.ts'
import { renderControllers } from './devices/controllers.ts'
import { renderFilesystems } from './devices/filesystems.ts'
import { renderHostdevs } from './devices/hostdevs.ts'
import {
  renderBalloon,
  renderCrypto,
  renderIommu,
  renderPanics,
  renderRngs,
  renderShmems,
  renderVsock,
  renderWatchdogs,
} from './devices/small-devices.ts'
import { renderTpms } from './devices/tpm.ts'
import { renderDisks } from './disks/disks.ts'
import { renderGraphics } from './display/graphics.ts'
import { renderHubs, renderInputs, renderRedirection, renderSmartcards } from './display/inputs.ts'
import { renderAudioBackends, renderSound } from './display/sound.ts'
import { renderVideo } from './display/video.ts'
import { domainSaid } from './domain-said.ts'
import { planBootOrder, renderBoot, renderFirmware } from './machine/boot.ts'
import { renderClock } from './machine/clock.ts'
import { renderCpu } from './machine/cpu.ts'
import { renderEvents } from './machine/events.ts'
import { renderLaunchSecurity } from './machine/launch-security.ts'
import {
  collectMachineFeatures,
  renderGenerationId,
  renderIoThreads,
  renderMachine,
  renderName,
} from './machine/machine.ts'
import { renderMemory } from './machine/memory.ts'
import { renderSmbios } from './machine/smbios.ts'
import { renderVcpus } from './machine/vcpus.ts'
import { renderInterfaces } from './network/interfaces.ts'
import { renderOwnArguments } from './own-arguments.ts'
import { reportUnsaid } from './said.ts'
import { specPath } from './spec-path.ts'

/**
 * The command line that runs the Domain with QEMU 7.2 or later, and what has to run beside it. What it can't say is a
 * finding, with the way to do it by hand.
 *
 * @param resolved resolved for the target `qemu`, so that firmware files are named
 */
export function renderArgv(resolved: Resolved): QemuCommand {
  const build = startBuild(resolved)
  renderName(build)
  // -machine is written last and stands here: other families add keys to it.
  const machineAt = build.arguments.length
  for (const family of families) family(build)
  renderMachine(build, machineAt)
  renderOwnArguments(build)
  if (isRecord(resolved.domain)) reportUnsaid(build, resolved.domain, domainSaid, [])
  checkSlots(build)
  checkTexts(build)
  checkHome(build)
  return {
    binary: resolved.domain.devices?.emulator ?? `qemu-system-${binaryArch(build.arch)}`,
    arguments: build.arguments,
    helpers: build.helpers,
    copies: build.copies,
    directories: [...build.directories],
    findings: build.findings.map((finding) => located(finding, resolved)),
  }
}

/** The order is libvirt's where QEMU cares: objects before devices, the IOMMU and controllers before what uses them. */
const families: readonly ((build: Build) => void)[] = [
  planBootOrder,
  renderCpu,
  renderMemory,
  renderVcpus,
  renderIoThreads,
  renderUuid,
  renderSmbios,
  renderLaunchSecurity,
  renderBasics,
  renderMonitor,
  renderClock,
  collectMachineFeatures,
  renderEvents,
  renderFirmware,
  renderBoot,
  renderIommu,
  renderControllers,
  renderDisks,
  renderFilesystems,
  renderInterfaces,
  renderSerialPorts,
  renderConsoles,
  renderChannels,
  renderTpms,
  renderInputs,
  renderAudioBackends,
  renderGraphics,
  renderVideo,
  renderSound,
  renderSmartcards,
  renderHubs,
  renderHostdevs,
  renderRedirection,
  renderRngs,
  renderWatchdogs,
  renderBalloon,
  renderPanics,
  renderShmems,
  renderVsock,
  renderCrypto,
  renderGenerationId,
]

function renderUuid({ domain, arguments: list }: Build): void {
  if (domain.uuid !== undefined) list.push({ option: '-uuid', value: domain.uuid, path: ['uuid'] })
}

/** Only what is said is there. */
function renderBasics(build: Build): void {
  build.arguments.push({ option: '-no-user-config', path: [] }, { option: '-nodefaults', path: [] })
}

function binaryArch(arch: string): string {
  return arch === 'i686' ? 'i386' : arch
}

function located(finding: Finding, { origins }: Resolved): Finding {
  return { ...finding, path: specPath(finding.path, origins) }
}

/** Devices that hang on a bus other than PCI, by how their names begin. */
const offPci =
  /^(?:ide-|scsi-|usb-|isa-|hda-|virtserialport|virtconsole|floppy|nvme-ns|ccid-|tpm-|pvpanic,|vmgenid|vmcoreinfo|ramfb|ib700|intel-iommu|amd-iommu|sb16)/

/** 32 slots, of which the mainboard takes some. */
const freeSlots = 28

/** A root bus has room for so many; libvirt adds root ports when it is full. */
function checkSlots(build: Build): void {
  const devices = build.arguments.filter(
    ({ option, value }) => option === '-device' && value !== undefined && !offPci.test(value),
  )
  const first = devices[freeSlots]
  if (first !== undefined)
    find(
      build,
      'qemu.unsupported',
      first.path,
      `There are ${devices.length} PCI devices and about ${freeSlots} places on the root bus: QEMU does not start with all of them. libvirt adds root ports.`,
    )
}

/** No argument of a process can hold a NUL character or half of a surrogate pair. */
function checkTexts(build: Build): void {
  for (const [index, argument] of build.arguments.entries()) {
    const { value } = argument
    if (value === undefined || isSayable(value)) continue
    build.arguments[index] = { ...argument, value: sayable(value) }
    find(build, 'qemu.text', argument.path, unsayable)
  }
  for (const [index, helper] of build.helpers.entries()) {
    if (helper.argv.every(isSayable)) continue
    build.helpers[index] = { ...helper, argv: helper.argv.map(sayable), socket: sayable(helper.socket) }
    find(build, 'qemu.text', helper.path, unsayable)
  }
}

const unsayable =
  'A text holds a character that no command line can hold (NUL, or half of a pair): it is left out.'

function isSayable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function sayable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

/** Only a shell knows what `~` is. */
function checkHome(build: Build): void {
  if (!build.stateDir.startsWith('~/')) return
  find(
    build,
    'qemu.host-setup',
    [],
    'The paths begin with ~, which the script turns into your home and QEMU itself does not know. Give the host facts, which name the directory.',
  )
}
