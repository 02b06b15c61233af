/** The controllers of the completed Domain. libvirt manual, Controllers; `qemuBuildControllersCommandLine`. */
import type { Controller } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, type ControllerType, controllerId, idOf, leftOut } from '../build/index.ts'
import { byHand, decisionsOf, placeDecisions, quiet, written } from '../decisions/index.ts'
import { companionPorts, isOnBoard } from '../properties/controller-drivers.ts'
import { controllerProperties } from './controller-properties.ts'
import { renderPci } from './pci.ts'
import type { PlacedController } from './placed-controller.ts'
import { renderScsi } from './scsi.ts'
import { renderCcid, renderNvme, renderSata, renderVirtioSerial } from './small-controllers.ts'
import { renderUsb } from './usb.ts'

const xen = byHand('It is left out: it belongs to Xen.')

export const controllerDecisions = decisionsOf<Controller>(controllerProperties, {
  type: written,
  index: written,
  model: written,
  max_grant_frames: xen,
  max_event_channels: xen,
  driver: { iothreads: written },
  pcihole64: written,
  pci_model: written,
  target: { index: byHand('It is left out: it belongs to pSeries machines.') },
  ...placeDecisions,
  acpi: { index: quiet('libvirt has no ACPI index for controllers.') },
})

/** libvirt's order: what others sit on comes first. */
const types = ['pci', 'usb', 'scsi', 'ide', 'sata', 'fdc', 'virtio-serial', 'ccid', 'nvme'] as const

const busTypes: ReadonlySet<string | undefined> = new Set(types)

/** Card readers, which may hang on a USB hub: they come after the hubs. */
export function renderCardReaders(build: Build): void {
  for (const [position, controller] of (build.devices.controllers ?? []).entries())
    if (controller.type === 'ccid')
      renderCcid(build, named(build, controller, ['devices', 'controllers', position]))
}

export function renderControllers(build: Build): void {
  const byType = new Map<string, PlacedController[]>()
  for (const [position, controller] of (build.devices.controllers ?? []).entries()) {
    const { type } = controller
    const placed = named(build, controller, ['devices', 'controllers', position])
    const list = byType.get(type ?? '')
    if (list === undefined) byType.set(type ?? '', [placed])
    else list.push(placed)
  }
  for (const type of types) {
    const list = byType.get(type)
    if (list === undefined) continue
    byType.delete(type)
    for (const placed of list.sort(byNumber)) render(build, placed)
  }
  for (const [type, list] of byType)
    for (const { path } of list)
      leftOut(build, path, `QEMU has no controller of type ${type}: it is left out.`)
}

/** By number; the companions of a USB controller after it. */
function byNumber(one: PlacedController, other: PlacedController): number {
  return one.index - other.index || order(one.controller) - order(other.controller)
}

function order({ type, model }: Controller): number {
  return type === 'usb' ? (companionPorts[model ?? ''] ?? -1) : 0
}

/** Names it before any of them is written, for those that refer to it. */
function named(build: Build, controller: Controller, path: Path): PlacedController {
  const { type, index = 0 } = controller
  const own = isBusType(type) ? controllerId(build, type, index) : `${type}${index}`
  const id = controller.alias === undefined ? own : idOf(build, controller.alias, own, path)
  // A USB controller has one name; its companions have names that nobody uses.
  if (id !== own && companionPorts[controller.model ?? ''] === undefined) build.ids.set(`${type}${index}`, id)
  return { controller, index, id, path }
}

function isBusType(type: string | undefined): type is ControllerType {
  return busTypes.has(type)
}

function render(build: Build, placed: PlacedController): void {
  const { controller, path } = placed
  switch (controller.type) {
    case 'pci':
      renderPci(build, placed)
      break
    case 'usb':
      renderUsb(build, placed)
      break
    case 'scsi':
      renderScsi(build, placed)
      break
    case 'sata':
      renderSata(build, placed)
      break
    case 'virtio-serial':
      renderVirtioSerial(build, placed)
      break
    case 'nvme':
      renderNvme(build, placed)
      break
    case 'ide':
      if (!isOnBoard(build, controller))
        leftOut(
          build,
          path,
          'This mainboard has no such IDE controller: it is left out. Use sata for its drives.',
        )
      break
    default:
      break
  }
}
