import { devicesOfSets } from '../support/qemu-set.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'qemu.set-unknown',
  title: '-set of a device that is not there',
  source: 'QEMU 10.0 at the start: "-set device.ua-gfx0.speed=8: there is no device "ua-gfx0" defined"',
  *check(context) {
    const sets = devicesOfSets(context)
    if (sets === undefined) return
    for (const id of sets.ids) {
      if (!id.startsWith('ua-') || sets.aliases.has(id) || sets.own.has(id)) continue
      yield {
        at: ['qemu_arguments'],
        message: `No device has the alias ${id}, of which -set speaks. Give it to the device that is meant, or leave -set out.`,
      }
    }
  },
}
