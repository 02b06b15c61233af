/** SCSI controllers. libvirt: `qemuBuildControllerSCSIDevProps`. */
import { type Build, leftOut } from '../build/index.ts'
import { queueThreadPairs } from '../machine/queue-threads.ts'
import { driverFor } from '../properties/controller-drivers.ts'
import { device, deviceWithLists, place, propertyPairs, virtioFlavour } from '../writing/index.ts'
import { virtioScsi, virtioScsiLimits } from './controller-properties.ts'
import type { PlacedController } from './placed-controller.ts'

export function renderScsi(build: Build, { controller, id, path }: PlacedController): void {
  const { model, driver, address } = controller
  const isVirtio = model === 'virtio' || model?.startsWith('virtio-') === true
  const name = isVirtio ? `virtio-scsi${virtioFlavour(model, address)}` : driverFor('scsi', model)
  if (name === undefined) {
    leftOut(build, path, `QEMU has no SCSI controller ${model}: use virtio-scsi.`)
    return
  }
  const where = place(build, address)
  if (isVirtio) {
    const mapping = queueThreadPairs(build, driver?.iothreads, path, {
      since: '10.0',
      what: 'SCSI controller',
    })
    const write = mapping === undefined ? device : deviceWithLists
    write(
      build,
      name,
      path,
      propertyPairs(build, virtioScsi, controller, path, { id }),
      mapping,
      propertyPairs(build, virtioScsiLimits, controller, path),
      where,
    )
  } else {
    device(build, name, path, { id }, where)
    if (driver !== undefined)
      leftOut(
        build,
        [...path, 'driver'],
        `The driver options are for virtio-scsi, not ${model}: they are left out.`,
      )
  }
}
