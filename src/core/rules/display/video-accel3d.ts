import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.accel3d',
  title: '3D acceleration on another card than virtio',
  severity: 'error',
  source: 'libvirt 11.3: "3d acceleration is supported only with \'virtio\' video device"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'video')) {
      if (item.accel3d !== true || item.model === undefined || item.model === 'virtio') continue
      yield {
        path: at(context, ...path, 'accel3d'),
        message: `The video card ${item.model} has no 3D acceleration, virtio has. Change the model, or leave it off.`,
        fix: removeFix(context, 'Leave 3D acceleration off', [...path, 'accel3d']),
      }
    }
  },
}
