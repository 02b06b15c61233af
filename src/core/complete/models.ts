/** The models that libvirt takes where nobody says one. libvirt: `qemuDomainDefault…` in `qemu_domain.c`. */
import { busOfDisk, type Controller, type Disk } from '../domain/index.ts'
import { type Draft, replaceItems } from './draft.ts'
import type { Machine } from './machine.ts'

export function completeModels(draft: Draft): void {
  const { machine } = draft
  replaceItems(draft, 'interfaces', (one) =>
    one.model?.type !== undefined || one.type === 'hostdev'
      ? one
      : { ...one, model: { ...one.model, type: one.type === 'vdpa' ? 'virtio' : cardModel(machine) } },
  )
  replaceItems(draft, 'disks', withBus)
  replaceItems(draft, 'inputs', (one) =>
    one.bus !== undefined || one.type === 'evdev' ? one : { ...one, bus: inputBus(one.type, machine) },
  )
  replaceItems(draft, 'video', (one) =>
    one.model !== undefined ? one : { ...one, model: videoModel(machine) },
  )
  replaceItems(draft, 'panic', (one) =>
    one.model !== undefined ? one : { ...one, model: panicModel(machine) },
  )
}

function cardModel({ arch, board, name, isVirt }: Machine): string {
  if (isVirt || arch === 's390x') return 'virtio'
  if (board !== 'other') return 'rtl8139'
  if (name.startsWith('versatile')) return 'smc91c111'
  return arch === 'aarch64' || arch === 'armv7l' ? 'lan9118' : 'rtl8139'
}

function withBus(disk: Disk): Disk {
  const { target } = disk
  return target?.bus === undefined ? { ...disk, target: { ...target, bus: busOfDisk(disk) } } : disk
}

function inputBus(type: string | undefined, { board }: Machine): 'ps2' | 'usb' | 'virtio' {
  if (type === 'passthrough') return 'virtio'
  return type !== 'tablet' && board !== 'other' ? 'ps2' : 'usb'
}

function panicModel({ board }: Machine): 'isa' | 'pvpanic' {
  return board === 'other' ? 'pvpanic' : 'isa'
}

/** The card that comes with a screen when none is said. */
export function videoModel({ board }: Machine): 'virtio' | 'cirrus' {
  return board === 'other' ? 'virtio' : 'cirrus'
}

/** A controller with its model said. */
export function controllerModel(controller: Controller, { board, arch, name, isVirt }: Machine): Controller {
  const { type, model } = controller
  if (type === 'usb' && model === undefined)
    return { ...controller, model: arch === 'aarch64' ? 'qemu-xhci' : 'piix3-uhci' }
  if (type === 'scsi' && (model === undefined || model === 'auto'))
    return { ...controller, model: board !== 'other' || isVirt || name !== '' ? 'lsilogic' : 'virtio-scsi' }
  return controller
}
