import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'device.rom-disabled',
  title: 'A ROM image while the ROM is off',
  severity: 'error',
  source: 'libvirt 11.3: "ROM tuning is not supported when ROM is disabled"',
  *check(context) {
    for (const { item, path } of [...devicesOf(context, 'interfaces'), ...devicesOf(context, 'hostdevs')]) {
      const { rom } = item
      if (rom?.enabled !== false || (rom.file === undefined && rom.bar === undefined)) continue
      yield {
        path: at(context, ...path, 'rom', 'enabled'),
        message: 'The ROM is switched off, and there is a ROM to show. Leave one of them out.',
        fix: removeFix(context, 'Leave the ROM on', [...path, 'rom', 'enabled']),
      }
    }
  },
}
