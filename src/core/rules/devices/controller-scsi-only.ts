import { devicesOf } from '../support/devices.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.scsi-only',
  title: 'A key that only a virtio SCSI controller knows',
  severity: 'error',
  source:
    'libvirt 11.3: "\'queues\' is only supported by virtio-scsi controller", "\'cmd_per_lun\' is only supported by virtio-scsi controller", "\'iothread\' attribute only supported for virtio scsi controllers"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      if (item.type !== 'scsi') {
        yield* beyondKind(context, { item, path, kind: item.type, what: 'controller of the type' }, ofScsi)
        continue
      }
      yield* beyondKind(context, { item, path, kind: item.model, what: 'controller of the model' }, limits)
    }
  },
}

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
