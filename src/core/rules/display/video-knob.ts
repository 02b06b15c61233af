import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('video', {
  id: 'video.knob',
  title: 'A key that this video card does not have',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "video type \'vga\' doesn\'t support multiple \'heads\'", "model resolution is not supported", "video type \'vga\' does not support blob resources", "qemu does not support the accel2d setting", and its schema for ram, vgamem and edid',
  check(card) {
    const seen = (card.heads ?? 1) <= 1 ? { ...card, heads: undefined } : card
    return beyondKind(seen, card.model, 'video card', limits)
  },
})

const limits: KindLimits = {
  heads: ['virtio', 'qxl'],
  blob: ['virtio'],
  ram: ['qxl'],
  vgamem: ['qxl'],
  vram64: ['qxl'],
  edid: ['vga', 'bochs', 'virtio'],
  accel2d: ['vbox'],
  resolution: ['virtio', 'vga', 'bochs', 'qxl', 'ramfb'],
}
