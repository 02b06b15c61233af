import { partRule } from '../support/part-rule.ts'

export const rule = partRule('sysinfo', {
  id: 'sysinfo.form',
  title: 'System information of a form that the firmware can’t show',
  source:
    'libvirt 11.3: "Invalid BIOS \'date\' format", "Invalid firmware name"; QEMU 10.0 at the start: "Invalid release"',
  *check(sysinfo) {
    for (const [key, form, says] of bios) {
      const text = sysinfo.bios?.[key]
      if (text === undefined || form.test(text)) continue
      yield {
        at: ['bios', key],
        message: `The ${key} of the BIOS is ${says}; ${text} is not.`,
        fix: { title: `Leave the ${key} out` },
      }
    }
    if (sysinfo.type !== 'fwcfg') return
    for (const [index, { name = '' }] of (sysinfo.entries ?? []).entries())
      if (!/^(?:opt\/|org\.)/.test(name))
        yield {
          at: ['entries', index, 'name'],
          message: `Firmware data of yours is called opt/…, as in opt/com.example/name; ${name} is not.`,
        }
  },
})

const bios = [
  ['date', /^\d{1,2}\/\d{1,2}\/(?:\d\d|\d{4})$/, 'written as 12/31/2020'],
  ['release', /^\d{1,3}\.\d{1,3}$/, 'two numbers such as 1.2'],
] as const
