import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.queues',
  title: 'More queues than a SCSI controller can have',
  source:
    'QEMU 10.0 at the start: "Invalid number of queues (= 5000), must be a positive integer less than 1022."',
  check(controller) {
    const queues = controller.driver?.queues
    if (controller.type !== 'scsi' || queues === undefined || queues < tooMany) return undefined
    return {
      at: ['driver', 'queues'],
      message: `A SCSI controller has fewer than ${tooMany} queues. One for each vCPU is the best.`,
      fix: { title: 'Let QEMU choose' },
    }
  },
})

const tooMany = 1022
