/** USB controllers. libvirt: `qemuBuildUSBControllerDevProps`. */

import { companionPorts, driverFor } from '../properties/controller-drivers.ts'
import { type Build, device, find } from '../writing/build.ts'
import { controllerId } from '../writing/bus-id.ts'
import { place } from '../writing/place.ts'
import { propertyPairs } from '../writing/property-pairs.ts'
import { usbCompanion, xhci } from './controller-properties.ts'
import type { PlacedController } from './placed-controller.ts'

export function renderUsb(build: Build, { controller, index, id, path }: PlacedController): void {
  const { model, ports } = controller
  if (model === 'none') return
  const driver = driverFor('usb', model)
  if (driver === undefined) {
    find(build, 'qemu.unsupported', path, `QEMU has no USB controller ${model}: use qemu-xhci.`)
    return
  }
  const where = place(build, controller.address)
  const firstPort = companionPorts[model ?? '']
  if (firstPort !== undefined && hasMaster(build, index)) {
    device(
      build,
      driver,
      path,
      propertyPairs(build, usbCompanion, controller, path, {
        masterbus: `${controllerId(build, 'usb', index)}.0`,
        ...(controller.master === undefined ? { firstport: firstPort } : {}),
      }),
      where,
    )
    return
  }
  const isXhci = model === 'qemu-xhci' || model === 'nec-xhci'
  device(build, driver, path, isXhci ? propertyPairs(build, xhci, controller, path, { id }) : { id }, where)
  if (ports !== undefined && !isXhci)
    find(build, 'qemu.unsupported', [...path, 'ports'], `The number of ports of ${model} is fixed.`)
}

function hasMaster({ devices }: Build, index: number): boolean {
  return (
    devices.controllers?.some(
      (one) => one.type === 'usb' && one.model === 'ich9-ehci1' && (one.index ?? 0) === index,
    ) === true
  )
}
