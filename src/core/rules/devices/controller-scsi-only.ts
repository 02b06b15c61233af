import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('controllers', {
  id: 'controller.scsi-only',
  title: 'A key that only a virtio SCSI controller knows',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "\'queues\' is only supported by virtio-scsi controller", "\'cmd_per_lun\' is only supported by virtio-scsi controller", "\'iothread\' attribute only supported for virtio scsi controllers"',
  says: isFor({ type: 'controller of the type', model: 'controller of the model' }),
})
