/** USB controllers. libvirt: `qemuBuildUSBControllerDevProps`. */
import { type Build, controllerId, leftOut } from '../build/index.ts'
import { companionPorts, driverFor } from '../properties/controller-drivers.ts'
import { device, place, propertyPairs } from '../writing/index.ts'
import { usbCompanion, xhci } from './controller-properties.ts'
import type { PlacedController } from './placed-controller.ts'

export function renderUsb(build: Build, { controller, index, id, path }: PlacedController): void {
  const { model, ports } = controller
  if (model === 'none') return
  const driver = driverFor('usb', model)
  if (driver === undefined) {
    leftOut(build, path, `QEMU has no USB controller ${model}: use qemu-xhci.`)
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
    leftOut(build, [...path, 'ports'], `The number of ports of ${model} is fixed.`)
}

function hasMaster({ devices }: Build, index: number): boolean {
  return (
    devices.controllers?.some(
      (one) => one.type === 'usb' && one.model === 'ich9-ehci1' && (one.index ?? 0) === index,
    ) === true
  )
}
