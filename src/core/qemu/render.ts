/** Domain to QEMU command line. */

import { type Completed, complete } from '../complete/index.ts'
import type { Domain } from '../domain/index.ts'
import type { Finding } from '../finding.ts'
import { type Resolved, specPathOf } from '../resolve/index.ts'
import { isRecord } from '../table/index.ts'
import { type Build, leftOut, type QemuCommand, report, startBuild } from './build/index.ts'
import { renderChannels } from './chardevs/channels.ts'
import { renderConsoles } from './chardevs/consoles.ts'
import { renderMonitor } from './chardevs/monitor.ts'
import { renderSerialPorts } from './chardevs/serial-ports.ts'
import { renderCardReaders, renderControllers } from './controllers/controllers.ts'
import { reportUnwritten } from './decisions/index.ts'
import { renderCrypto } from './devices/crypto.ts'
import { renderFilesystems } from './devices/filesystems/filesystems.ts'
import { renderHostdevs } from './devices/hostdevs/hostdevs.ts'
import { renderIommu } from './devices/iommu.ts'
import { renderBalloon } from './devices/memballoon.ts'
import { renderMemoryDevices } from './devices/memory/memory-devices.ts'
import { renderPanics } from './devices/panic.ts'
import { renderPstore } from './devices/pstore.ts'
import { renderRngs } from './devices/rng.ts'
import { renderShmems } from './devices/shmem.ts'
import { renderTpms } from './devices/tpm/tpm.ts'
import { renderVsock } from './devices/vsock.ts'
import { renderWatchdogs } from './devices/watchdog.ts'
import { renderDisks } from './disks/disks.ts'
import { renderGraphics } from './display/graphics/graphics.ts'
import { renderInputs } from './display/input/inputs.ts'
import { renderHubs, renderRedirection } from './display/input/redirection.ts'
import { renderSmartcards } from './display/input/smartcards.ts'
import { renderAudioBackends } from './display/sound/audio.ts'
import { renderSound } from './display/sound/sound.ts'
import { renderVideo } from './display/video/video.ts'
import { domainDecisions } from './domain-decisions.ts'
import { planBootOrder, renderBoot } from './machine/boot.ts'
import { renderClock } from './machine/clock.ts'
import { renderCpu } from './machine/cpu.ts'
import { renderEvents } from './machine/events.ts'
import { renderFirmware } from './machine/firmware.ts'
import { renderIoThreads } from './machine/iothreads.ts'
import { renderLaunchSecurity } from './machine/launch-security.ts'
import { collectMachineFeatures, machineArguments, renderGenerationId } from './machine/machine.ts'
import { renderMemory } from './machine/memory.ts'
import { checkOwnProperties, renderOwnArguments } from './machine/own-arguments.ts'
import { nameArgument, renderBasics, renderProcess, renderUuid } from './machine/program.ts'
import { renderSmbios } from './machine/smbios.ts'
import { renderVcpus } from './machine/vcpus.ts'
import { renderInterfaces } from './network/interfaces.ts'

/**
 * The command line that runs the Domain with QEMU 7.2 or later, and what has to run beside it. What it can't say is a
 * finding, with the way to do it by hand.
 *
 * @param resolved resolved for the target `qemu`, so that firmware files are named
 * @param completed what libvirt makes of it, when that is there already
 */
export function renderArgv(resolved: Resolved, completed: Completed = complete(resolved)): QemuCommand {
  const build = startBuild(resolved, completed)
  for (const family of families) family(build)
  // All families have a say in the mainboard, which stands before them.
  build.arguments.unshift(nameArgument(build.domain), ...machineArguments(build))
  renderOwnArguments(build)
  checkOwnProperties(build)
  if (isRecord(resolved.domain)) reportUnwritten(build, resolved.domain, domainDecisions, [])
  checkSlots(build)
  checkTexts(build)
  checkHome(build)
  return {
    binary: binaryOf(resolved.domain),
    arguments: build.arguments,
    helpers: build.helpers,
    copies: build.copies,
    secrets: build.secrets,
    environment: build.environment,
    directories: [...build.directories],
    findings: build.findings.map((finding) => located(finding, resolved)),
  }
}

/** The order is libvirt's where QEMU cares: objects before devices, the IOMMU, controllers and hubs before what uses them. */
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
  renderHubs,
  renderCardReaders,
  renderMemoryDevices,
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
  renderHostdevs,
  renderRedirection,
  renderRngs,
  renderWatchdogs,
  renderBalloon,
  renderPstore,
  renderPanics,
  renderShmems,
  renderVsock,
  renderCrypto,
  renderGenerationId,
  renderProcess,
]

/** The program that runs a Domain: the one that it names, else QEMU's for its architecture. */
export function binaryOf({ devices, os }: Domain): string {
  if (devices?.emulator !== undefined) return devices.emulator
  const arch = os?.arch ?? 'x86_64'
  if (arch === 'i686') return 'qemu-system-i386'
  return `qemu-system-${/^armv[67]l$/.test(arch) ? 'arm' : arch}`
}

/** What the command line lacks is of no concern to libvirt, which does it by other means. */
function located({ code, severity, path, message }: Finding, { origins }: Resolved): Finding {
  return { code, severity, path: specPathOf(path, origins), message, target: 'qemu' }
}

/** Where even bridges have no room for all devices, libvirt refuses to start. */
function checkSlots(build: Build): void {
  const { devicesWithoutSlot: count } = build
  if (count > 0)
    leftOut(
      build,
      ['devices'],
      `${count} devices find no free slot on PCI, with bridges and all: QEMU does not start with all of them. Take some out, or put disks on one virtio-scsi controller.`,
    )
}

/** No argument of a process can hold a NUL character or half of a surrogate pair. */
function checkTexts(build: Build): void {
  // Most lines hold none, and looking at one text is quicker than at each.
  const words = build.arguments.map(({ value }) => value).join('\n')
  if (!isSayable(words))
    for (const [index, argument] of build.arguments.entries()) {
      const { value } = argument
      if (value === undefined || isSayable(value)) continue
      build.arguments[index] = { ...argument, value: sayable(value) }
      report(build, 'qemu.text', argument.path, unsayable)
    }
  for (const [index, helper] of build.helpers.entries()) {
    if (helper.argv.every(isSayable)) continue
    build.helpers[index] = { ...helper, argv: helper.argv.map(sayable), socket: sayable(helper.socket) }
    report(build, 'qemu.text', helper.path, unsayable)
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
  report(
    build,
    'qemu.host-setup',
    [],
    'The paths begin with ~, which the script turns into your home and QEMU itself does not know. Give the host facts, which name the directory.',
  )
}
