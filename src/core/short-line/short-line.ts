/** The command line that a person would write: as libvirt's, without what nothing needs. */
import { type Completed, complete } from '../complete/index.ts'
import { type QemuCommand, renderArgv } from '../qemu/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { bootOrder } from './boot-order.ts'
import { networkCards } from './cards.ts'
import { defaultDevices, leaveOutDefaults, leaveOutLibvirts, nameAlone, usbOfBoard } from './done-anyway.ts'
import { diskDrives, flashDrives } from './drives.ts'
import type { Line, Step } from './line.ts'
import { argumentOf, pieceOf } from './pieces.ts'
import { busPlaces, pciPlaces, unusedIds } from './places.ts'
import { serialPorts } from './serial-ports.ts'
import { mainMemory, shortSizes, shortTopology } from './sizes.ts'
import { withSlirp } from './slirp.ts'
import { randomNumbers, soundWithoutCard } from './unused.ts'

/** In the order in which they are made: options are joined when nothing else is left of them. */
export const steps: readonly Step[] = [
  leaveOutLibvirts,
  leaveOutDefaults,
  nameAlone,
  mainMemory,
  shortSizes,
  shortTopology,
  bootOrder,
  pciPlaces,
  busPlaces,
  usbOfBoard,
  randomNumbers,
  soundWithoutCard,
  flashDrives,
  diskDrives,
  networkCards,
  serialPorts,
  unusedIds,
  defaultDevices,
]

/**
 * The command line as a person writes it by hand: the same devices for the guest as `renderArgv` gives, without the
 * addresses, ids and sockets that nothing needs, and without a helper where QEMU can do its work. What has no shorter
 * form stays as it is.
 *
 * @param resolved resolved for the target `qemu`
 * @param completed what libvirt makes of it, when that is there already
 * @param command the line that libvirt would run, when that is there already
 * @returns with the findings of the long line; each argument keeps the place of the Domain that it is from
 */
export function renderShortLine(
  resolved: Resolved,
  completed: Completed = complete(resolved),
  command: QemuCommand = renderArgv(resolved, completed),
): QemuCommand {
  const withoutPasst = withSlirp(resolved, completed, command)
  let pieces: Line['pieces'] = withoutPasst.arguments.map(pieceOf)
  for (const { shorten } of steps)
    pieces = shorten({ pieces, machine: completed.machine, version: resolved.host.qemu })
  return { ...withoutPasst, arguments: pieces.map(argumentOf) }
}
