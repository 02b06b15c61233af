import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.scsi-only',
  title: 'A key that only a virtio SCSI controller knows',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "\'queues\' is only supported by virtio-scsi controller", "\'cmd_per_lun\' is only supported by virtio-scsi controller", "\'iothread\' attribute only supported for virtio scsi controllers"',
  check: (controller) =>
    controller.type === 'scsi'
      ? beyondKind(controller, controller.model, 'controller of the model', limits)
      : beyondKind(controller, controller.type, 'controller of the type', ofScsi),
})

const virtio = ['virtio-scsi', 'virtio-transitional', 'virtio-non-transitional', 'auto']
const limits: KindLimits = {
  'driver.queues': virtio,
  'driver.cmd_per_lun': virtio,
  'driver.max_sectors': virtio,
  'driver.ioeventfd': virtio,
  'driver.iothread': virtio,
  'driver.iothreads': virtio,
}

const ofScsi: KindLimits = Object.fromEntries(Object.keys(limits).map((key) => [key, ['scsi']]))
