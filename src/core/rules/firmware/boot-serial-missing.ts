import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'boot.serial-missing',
  title: 'BIOS messages on a serial port that is not there',
  source: 'libvirt 11.3: "need at least one serial port to use BIOS serial output"',
  *check(context) {
    const hasPort = devicesOf(context, 'serial').length > 0 || devicesOf(context, 'console').length > 0
    if (context.domain.os?.bios?.useserial !== true || hasPort) return
    yield {
      at: ['os', 'bios', 'useserial'],
      message: 'The BIOS writes to the first serial port, and there is none. Add one.',
      fix: { title: 'Leave the messages out' },
    }
  },
}
