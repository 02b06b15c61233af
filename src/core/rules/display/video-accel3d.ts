import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.accel3d',
  title: '3D acceleration on another card than virtio',
  severity: 'error',
  source: 'libvirt 11.3: "3d acceleration is supported only with \'virtio\' video device"',
  *check(context) {
    const { video: cards = [] } = context.completed.domain.devices ?? {}
    for (const { item, index, path } of devicesOf(context, 'video')) {
      const model = cards[index]?.model
      if (item.accel3d !== true || model === undefined || model === 'virtio') continue
      yield {
        path: at(context, ...path, 'accel3d'),
        message: `The video card ${model} has no 3D acceleration, virtio has. Change the model, or leave it off.`,
        fix: removeFix(context, 'Leave 3D acceleration off', [...path, 'accel3d']),
      }
    }
  },
}
