import { devicesOf } from '../support/devices.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.knob',
  title: 'A key that this video card does not have',
  severity: 'error',
  source:
    'libvirt 11.3: "video type \'vga\' doesn\'t support multiple \'heads\'", "model resolution is not supported", "video type \'vga\' does not support blob resources", "qemu does not support the accel2d setting", and its schema for ram, vgamem and edid',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'video')) {
      const isOne = (item.heads ?? 1) <= 1
      const seen = isOne ? { ...item, heads: undefined } : item
      yield* beyondKind(context, { item: seen, path, kind: item.model, what: 'video card' }, limits)
    }
  },
}

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
