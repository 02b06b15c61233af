import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('video', {
  id: 'video.knob',
  title: 'A key that this video card does not have',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "video type \'vga\' doesn\'t support multiple \'heads\'", "model resolution is not supported", "video type \'vga\' does not support blob resources", "qemu does not support the accel2d setting", and its schema for ram, vgamem and edid',
  says: isFor('video card'),
})
