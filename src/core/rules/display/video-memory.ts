import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('video', {
  id: 'video.memory',
  title: 'Video memory of a size that no card has',
  source:
    'libvirt 11.3: "value for \'vram\' must be at least 1 MiB (1024 KiB)", "value for \'vgamem\' must be power of two"',
  *check({ model, vram, vgamem }) {
    const isVga = model === 'vga' || model === 'bochs'
    const wrong: (readonly [key: string, message: string])[] = []
    if (isVga && vram !== undefined && vram < 1024) wrong.push(['vram', 'is 1024 KiB at least'])
    if (model === 'qxl' && vgamem !== undefined && (vgamem < 1024 || !Number.isInteger(Math.log2(vgamem))))
      wrong.push(['vgamem', 'is a power of two and 1024 KiB at least'])
    for (const [key, message] of wrong)
      yield {
        at: [key],
        message: `${key} ${message}. Leave it out, and libvirt chooses.`,
        fix: { title: `Leave ${key} out` },
      }
  },
})
