import type { CommandOption } from '../../qemu/words/command-options.ts'
import { deviceRule } from '../support/device-rule.ts'
import { devicesOf } from '../support/devices.ts'
import { keptOptions } from '../support/kept-options.ts'
import type { RuleContext } from '../support/rule.ts'

export const rule = deviceRule('video', {
  id: 'video.accel3d-display',
  title: '3D acceleration without a display that can show it',
  source: 'QEMU 10.0 at the start: "The display backend does not have OpenGL support enabled"',
  when: (context) => !hasOpenGl(context),
  check({ accel3d, model, driver }, { spec }) {
    if (accel3d !== true || model !== 'virtio' || driver?.name === 'vhostuser') return undefined
    const count = spec.libvirt?.devices?.graphics?.length ?? 0
    return {
      at: ['accel3d'],
      message:
        '3D acceleration needs a display with OpenGL: SPICE or SDL with gl, or egl-headless beside VNC. QEMU does not start without.',
      fix: {
        title: 'Add egl-headless',
        changes: [{ path: ['libvirt', 'devices', 'graphics', count], value: { type: 'egl-headless' } }],
      },
    }
  },
})

function hasOpenGl(context: RuleContext): boolean {
  const displays = devicesOf(context, 'graphics')
  if (displays.some(({ item }) => item.type === 'egl-headless' || item.gl?.enable === 'yes')) return true
  return keptOptions(context, 'display', 'spice', 'sdl').some(showsOpenGl)
}

/** `gl=core` and `gl=es` are OpenGL as well. QEMU manual, -display. */
function showsOpenGl({ pairs }: CommandOption): boolean {
  return pairs.some(
    ([key, value]) =>
      (key === 'gl' && /^(?:on|core|es)$/.test(value)) ||
      (key === 'type' && /^(?:egl-headless|cocoa)$/.test(value)),
  )
}
