import { virtioDriver } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('video', {
  id: 'video.driver',
  title: 'A driver option of a virtio video card for another',
  source:
    'libvirt 11.3: "\'vhostuser\' driver is only supported with \'virtio\' device", "iommu driver option is only supported for virtio devices"',
  check({ driver, model }) {
    if (driver === undefined || model === undefined || model === 'virtio') return undefined
    const isWrong =
      driver.name === 'vhostuser' ||
      Object.keys(virtioDriver).some((key) => ownValue(driver, key) !== undefined)
    if (!isWrong) return undefined
    return {
      at: ['driver'],
      message: `These options are for the video card virtio, this one is ${model}.`,
      fix: { title: 'Leave the driver out' },
    }
  },
})
