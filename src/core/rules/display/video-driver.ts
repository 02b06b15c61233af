import { virtioDriver } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.driver',
  title: 'A driver option of a virtio video card for another',
  severity: 'error',
  source:
    'libvirt 11.3: "\'vhostuser\' driver is only supported with \'virtio\' device", "iommu driver option is only supported for virtio devices"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'video')) {
      const { driver, model } = item
      if (driver === undefined || model === undefined || model === 'virtio') continue
      const isWrong =
        driver.name === 'vhostuser' ||
        Object.keys(virtioDriver).some((key) => ownValue(driver, key) !== undefined)
      if (!isWrong) continue
      yield {
        path: at(context, ...path, 'driver'),
        message: `These options are for the video card virtio, this one is ${model}.`,
        fix: removeFix(context, 'Leave the driver out', [...path, 'driver']),
      }
    }
  },
}
