import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.accel3d-display',
  title: '3D acceleration without a display that can show it',
  severity: 'error',
  source: 'QEMU 10.0 at the start: "The display backend does not have OpenGL support enabled"',
  *check(context) {
    const displays = devicesOf(context, 'graphics')
    const hasOpenGl =
      displays.some(({ item }) => item.type === 'egl-headless' || item.gl?.enable === 'yes') ||
      keepsOpenGl(context)
    if (hasOpenGl) return
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

/** A display among the author's own options: `-display sdl,gl=es`, `-display egl-headless`. */
function keepsOpenGl({ domain }: RuleContext): boolean {
  const words = domain.qemu_arguments?.map(({ value = '' }) => value) ?? []
  return words.some(
    (word, index) =>
      displayOptions.has(word) && (words[index + 1] ?? '').split(',').some((part) => openGl.has(part)),
  )
}

const displayOptions: ReadonlySet<string> = new Set(['-display', '--display', '-spice', '--spice'])
const openGl: ReadonlySet<string> = new Set(['egl-headless', 'gl=on', 'gl=es', 'gl=core'])
