import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('video', {
  id: 'video.accel3d',
  title: '3D acceleration on another card than virtio',
  source: 'libvirt 11.3: "3d acceleration is supported only with \'virtio\' video device"',
  check(card, context, { index }) {
    const { video: cards = [] } = context.completed.domain.devices ?? {}
    const model = cards[index]?.model
    if (card.accel3d !== true || model === undefined || model === 'virtio') return undefined
    return {
      at: ['accel3d'],
      message: `The video card ${model} has no 3D acceleration, virtio has. Change the model, or leave it off.`,
      fix: { title: 'Leave 3D acceleration off' },
    }
  },
})
