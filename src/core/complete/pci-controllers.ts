/** Places of controllers: USB 2 has its functions in one slot. `qemuDomainAssignDevicePCISlots`. */
import type { Address, Controller } from '../domain/index.ts'
import { type Draft, placeItems } from './draft.ts'
import { controllerWant } from './pci-wants.ts'

/** The function that each part of an ICH9 USB 2 controller is. */
const functionOf: Readonly<Record<string, number>> = {
  'ich9-ehci1': 7,
  'ich9-uhci1': 0,
  'ich9-uhci2': 1,
  'ich9-uhci3': 2,
}

function isBridge({ type }: Controller): boolean {
  return type === 'pci'
}

function unplaced({ address }: Controller): boolean {
  return address === undefined || (address.type === 'pci' && address.slot === undefined)
}

/** What the controllers other than bridges want; a USB 2 controller wants one slot for all its parts. */
export function slotsForControllers({ devices }: Draft, visit: (want: number) => void): void {
  const list = devices.controllers ?? []
  for (const controller of list) {
    if (isBridge(controller) || !unplaced(controller)) continue
    const first = partsOf(list, controller).find((one) => !unplaced(one)) ?? partsOf(list, controller)[0]
    if (first === undefined || first === controller) visit(controllerWant(controller))
  }
}

/** The parts of the USB 2 controller that this one belongs to, itself among them; none for any other. */
function partsOf(list: readonly Controller[], { type, model, index }: Controller): readonly Controller[] {
  if (type !== 'usb' || functionOf[model ?? ''] === undefined) return []
  return list.filter(
    (one) => one.type === 'usb' && one.index === index && functionOf[one.model ?? ''] !== undefined,
  )
}

export function placeControllers(
  draft: Draft,
  addressFor: (want: number, said: Address | undefined) => Address | undefined,
): void {
  placeItems(draft, 'controllers', (controller) => {
    if (isBridge(controller) || !unplaced(controller)) return undefined
    const part = controller.type === 'usb' ? functionOf[controller.model ?? ''] : undefined
    if (part === undefined) return addressFor(controllerWant(controller), controller.address)
    const other = partsOf(draft.devices.controllers ?? [], controller).find((one) => !unplaced(one))
    const slot = other?.address ?? addressFor(controllerWant(controller), controller.address)
    return slot === undefined ? undefined : partAddress(slot, part)
  })
}

/** Function 0 says that there are others. */
function partAddress({ domain, bus, slot }: Address, part: number): Address {
  return {
    type: 'pci',
    domain,
    bus,
    slot,
    function: `0x${part}`,
    ...(part === 0 ? { multifunction: true } : {}),
  }
}
