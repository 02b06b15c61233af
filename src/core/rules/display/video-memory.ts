import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.memory',
  title: 'Video memory of a size that no card has',
  severity: 'error',
  source:
    'libvirt 11.3: "value for \'vram\' must be at least 1 MiB (1024 KiB)", "value for \'vgamem\' must be power of two"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'video')) {
      const { model, vram, vgamem } = item
      const isVga = model === 'vga' || model === 'bochs'
      const wrong: (readonly [key: string, message: string])[] = []
      if (isVga && vram !== undefined && vram < 1024) wrong.push(['vram', 'is 1024 KiB at least'])
      if (model === 'qxl' && vgamem !== undefined && (vgamem < 1024 || !Number.isInteger(Math.log2(vgamem))))
        wrong.push(['vgamem', 'is a power of two and 1024 KiB at least'])
      for (const [key, message] of wrong)
        yield {
          path: at(context, ...path, key),
          message: `${key} ${message}. Leave it out, and libvirt chooses.`,
          fix: removeFix(context, `Leave ${key} out`, [...path, key]),
        }
    }
  },
}
