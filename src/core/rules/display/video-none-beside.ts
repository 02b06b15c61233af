import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.none-beside',
  title: 'No video card beside a video card',
  source: 'libvirt 11.3: "a \'none\' video type must be the only video device defined for the domain"',
  *check(context) {
    const cards = devicesOf(context, 'video')
    if (cards.length < 2) return
    for (const { item, path } of cards) {
      if (item.model !== 'none') continue
      yield {
        at: [...path, 'model'],
        message: 'The model none says that there is no video card, and there is another. Remove one of them.',
        fix: { title: 'Remove the model none', at: path },
      }
    }
  },
}
