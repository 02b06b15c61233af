import type { CommandOption } from '../../qemu/words/command-options.ts'
import { devicesOf } from '../support/devices.ts'
import { keptOptions } from '../support/kept-options.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.accel3d-display',
  title: '3D acceleration without a display that can show it',
  severity: 'error',
  source: 'QEMU 10.0 at the start: "The display backend does not have OpenGL support enabled"',
  *check(context) {
    const displays = devicesOf(context, 'graphics')
    const hasOpenGl = displays.some(({ item }) => item.type === 'egl-headless' || item.gl?.enable === 'yes')
    if (hasOpenGl || keptOptions(context, 'display', 'spice', 'sdl').some(showsOpenGl)) return
    for (const { item, path } of devicesOf(context, 'video')) {
      if (item.accel3d !== true || item.model !== 'virtio' || item.driver?.name === 'vhostuser') continue
      yield {
        path: at(context, ...path, 'accel3d'),
        message:
          '3D acceleration needs a display with OpenGL: SPICE or SDL with gl, or egl-headless beside VNC. QEMU does not start without.',
        fix: {
          title: 'Add egl-headless',
          changes: [
            {
              path: ['libvirt', 'devices', 'graphics', context.spec.libvirt?.devices?.graphics?.length ?? 0],
              value: { type: 'egl-headless' },
            },
          ],
        },
      }
    }
  },
}

/** `gl=core` and `gl=es` are OpenGL as well. QEMU manual, -display. */
function showsOpenGl({ pairs }: CommandOption): boolean {
  return pairs.some(
    ([key, value]) =>
      (key === 'gl' && /^(?:on|core|es)$/.test(value)) ||
      (key === 'type' && /^(?:egl-headless|cocoa)$/.test(value)),
  )
}
