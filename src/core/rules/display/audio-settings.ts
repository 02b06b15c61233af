import { devicesOf } from '../support/devices.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'audio.settings',
  title: 'Sound settings that contradict each other',
  severity: 'error',
  source:
    'libvirt 11.3: "audio settings specified without fixed settings flag", "fixed audio settings requires mixing engine", "Invalid value for attribute \'timerPeriod\' in element \'audio\': Zero is not permitted"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'audio'))
      for (const side of ['input', 'output'] as const) {
        const stream = item[side]
        if (stream === undefined) continue
        const place = [...path, side]
        if (stream.settings !== undefined && stream.fixed_settings !== true)
          yield {
            path: at(context, ...place, 'settings'),
            message:
              'Frequency, channels and format count when the settings are fixed: set fixed_settings, or leave them out.',
            fix: removeFix(context, 'Leave the settings out', [...place, 'settings']),
          }
        if (stream.fixed_settings === true && stream.mixing_engine !== true)
          yield {
            path: at(context, ...place, 'mixing_engine'),
            message: 'Fixed settings are the work of the mixing engine, which is not on.',
            fix: setFix(context, 'Switch the mixing engine on', [...place, 'mixing_engine'], true),
          }
      }
  },
}
