import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('audio', {
  id: 'audio.settings',
  title: 'Sound settings that contradict each other',
  source:
    'libvirt 11.3: "audio settings specified without fixed settings flag", "fixed audio settings requires mixing engine", "Invalid value for attribute \'timerPeriod\' in element \'audio\': Zero is not permitted"',
  *check(audio) {
    for (const side of ['input', 'output'] as const) {
      const stream = audio[side]
      if (stream === undefined) continue
      const place = [side]
      if (stream.settings !== undefined && stream.fixed_settings !== true)
        yield {
          at: [...place, 'settings'],
          message:
            'Frequency, channels and format count when the settings are fixed: set fixed_settings, or leave them out.',
          fix: { title: 'Leave the settings out' },
        }
      if (stream.fixed_settings === true && stream.mixing_engine !== true)
        yield {
          at: [...place, 'mixing_engine'],
          message: 'Fixed settings are the work of the mixing engine, which is not on.',
          fix: { title: 'Switch the mixing engine on', value: true },
        }
    }
  },
})
