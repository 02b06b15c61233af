/** SATA, virtio-serial, card readers and NVMe. libvirt: `qemuBuildControllerDevProps`. */
import { type Build, leftOut } from '../build/index.ts'
import { isOnBoard } from '../properties/controller-drivers.ts'
import { device, place, propertyPairs, virtioDevice } from '../writing/index.ts'
import { nvme, virtioSerial } from './controller-properties.ts'
import type { PlacedController } from './placed-controller.ts'

export function renderSata(build: Build, { controller, id, path }: PlacedController): void {
  if (isOnBoard(build, controller)) return
  device(build, 'ahci', path, { id }, place(build, controller.address))
}

export function renderVirtioSerial(build: Build, { controller, id, path }: PlacedController): void {
  const { model, driver, address } = controller
  if (driver?.iothread !== undefined)
    leftOut(build, [...path, 'driver', 'iothread'], 'virtio-serial takes no I/O thread.')
  device(
    build,
    virtioDevice('serial', model, address),
    path,
    propertyPairs(build, virtioSerial, controller, path, { id }),
    place(build, address),
  )
}

export function renderCcid(build: Build, { controller, id, path }: PlacedController): void {
  device(build, 'usb-ccid', path, { id }, place(build, controller.address))
}

/** QEMU makes no NVMe controller without a serial number. */
export function renderNvme(build: Build, { controller, id, path }: PlacedController): void {
  const { serial = id } = controller
  device(
    build,
    'nvme',
    path,
    propertyPairs(build, nvme, controller, path, { serial, id }),
    place(build, controller.address),
  )
}
