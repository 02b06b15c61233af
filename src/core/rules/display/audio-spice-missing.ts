import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'audio.spice-missing',
  title: 'Sound over SPICE without SPICE',
  severity: 'error',
  source: 'libvirt 11.3: "Spice audio is not supported without spice graphics"',
  *check(context) {
    if (devicesOf(context, 'graphics').some(({ item }) => item.type === 'spice')) return
    for (const { item, path } of devicesOf(context, 'audio')) {
      if (item.type !== 'spice') continue
      yield {
        path: at(context, ...path, 'type'),
        message:
          'The sound goes to a SPICE viewer, and there is no SPICE display. Add one, or choose where the sound goes.',
        fix: setFix(context, 'Play no sound', [...path, 'type'], 'none'),
      }
    }
  },
}
