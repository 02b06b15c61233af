/** SCSI controllers. libvirt: `qemuBuildControllerSCSIDevProps`. */
import type { Path } from '../../finding.ts'
import { type Build, device, deviceWithLists, find, hasQemu, virtioFlavour, virtioOptions } from '../build.ts'
import { counted, type OptionValue } from '../options.ts'
import { place } from '../place.ts'
import type { PlacedController } from './controllers.ts'
import { type Controller, driverFor } from './drivers.ts'

export function renderScsi(build: Build, { controller, id, path }: PlacedController): void {
  const { model, driver, address } = controller
  const isVirtio = model === 'virtio' || model?.startsWith('virtio-') === true
  const name = isVirtio ? `virtio-scsi${virtioFlavour(model, address)}` : driverFor('scsi', model)
  if (name === undefined) {
    find(build, 'qemu.unsupported', path, `QEMU has no SCSI controller ${model}: use virtio-scsi.`)
    return
  }
  const where = place(build, address)
  if (isVirtio) {
    const mapping = queueMapping(build, driver, path)
    const write = mapping === undefined ? device : deviceWithLists
    write(
      build,
      name,
      path,
      { iothread: driver?.iothread === undefined ? undefined : `iothread${driver.iothread}` },
      virtioOptions(driver),
      { id, num_queues: counted(driver?.queues) },
      mapping,
      { cmd_per_lun: driver?.cmd_per_lun, max_sectors: driver?.max_sectors, ioeventfd: driver?.ioeventfd },
      where,
    )
  } else {
    device(build, name, path, { id }, where)
    if (driver !== undefined)
      find(
        build,
        'qemu.unsupported',
        [...path, 'driver'],
        `The driver options are for virtio-scsi, not ${model}: they are left out.`,
      )
  }
}

/** The I/O threads that share the queues. */
function queueMapping(
  build: Build,
  driver: Controller['driver'],
  path: Path,
): Record<string, OptionValue> | undefined {
  const threads = driver?.iothreads
  if (threads === undefined || threads.length === 0) return undefined
  if (!hasQemu(build, '10.0')) {
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'iothreads'],
      `Several I/O threads for one SCSI controller came with QEMU 10.0: QEMU ${build.version} serves it in its main thread. Name one with iothread.`,
    )
    return undefined
  }
  const pairs: Record<string, OptionValue> = {}
  for (const [index, { id, queues = [] }] of threads.entries()) {
    pairs[`iothread-vq-mapping.${index}.iothread`] = `iothread${id}`
    for (const [at, queue] of queues.entries()) pairs[`iothread-vq-mapping.${index}.vqs.${at}`] = queue.id
  }
  return pairs
}
