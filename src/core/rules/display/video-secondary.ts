import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.secondary',
  title: 'A second card that can only be the first',
  source: 'libvirt 11.3: "video type \'vga\' is only valid as primary video device"',
  *check(context) {
    const cards = devicesOf(context, 'video')
    const { video: completed = [] } = context.completed.domain.devices ?? {}
    const primary = cards.findIndex(({ item }) => item.primary === true)
    for (const { path, index } of cards) {
      const isFirst = index === (primary < 0 ? 0 : primary)
      const model = completed[index]?.model
      if (isFirst || model === undefined || !firstOnly.has(model)) continue
      yield {
        at: [...path, 'model'],
        message: `The video card ${model} can only be the first one. Take virtio or qxl here.`,
        fix: { title: 'Set the model to virtio', value: 'virtio' },
      }
    }
  },
}

const firstOnly: ReadonlySet<string> = new Set(['vga', 'cirrus', 'vmvga', 'bochs', 'ramfb'])
