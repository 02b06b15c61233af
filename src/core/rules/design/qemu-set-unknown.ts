import { devicePartsNamed } from '../support/device-parts.ts'
import { keptOptions } from '../support/kept-options.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'qemu.set-unknown',
  title: '-set of a device that is not there',
  source: 'QEMU 10.0 at the start: "-set device.ua-gfx0.speed=8: there is no device "ua-gfx0" defined"',
  *check(context) {
    const sets = keptOptions(context, 'set').flatMap(
      ({ value = '' }) => /^device\.(ua-[^.]+)\./.exec(value)?.[1] ?? [],
    )
    if (sets.length === 0) return
    const devices = keptOptions(context, 'device').map(({ value }) => value ?? '')
    const aliases = new Set(devicePartsNamed(context, 'alias').map(({ held }) => held['name']))
    for (const id of new Set(sets)) {
      if (aliases.has(id) || devices.some((value) => value.includes(id))) continue
      yield {
        at: ['qemu_arguments'],
        message: `No device has the alias ${id}, of which -set speaks. Give it to the device that is meant, or leave -set out.`,
      }
    }
  },
}
