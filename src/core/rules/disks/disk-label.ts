import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.label',
  title: 'A serial number, vendor or product of a form that disks don’t have',
  source:
    'libvirt 11.3: its schema (diskSerial, vendor, product, wwn); "\'vendor\' string contains more than 8 printable characters"',
  *check(disk) {
    for (const [key, form, says] of forms) {
      const text = disk[key]
      if (text === undefined || form.test(text)) continue
      yield {
        at: [key],
        message: `The ${key} ${JSON.stringify(text)} should be ${says}.`,
        fix: { title: `Leave ${key} out` },
      }
    }
  },
})

const forms = [
  ['serial', /^[A-Za-z0-9_.+ -]+$/, 'of letters, digits, blanks and . _ + -'],
  ['vendor', /^[\x20-\x7e]{0,8}$/, 'of 8 characters at most'],
  ['product', /^[\x20-\x7e]{0,16}$/, 'of 16 characters at most'],
  ['wwn', /^(?:0x)?[0-9a-fA-F]{16}$/, '16 hexadecimal digits'],
] as const
