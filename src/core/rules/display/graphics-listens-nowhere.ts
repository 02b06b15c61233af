import { displayPortWords } from '../../guide/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.listens-nowhere',
  title: 'A SPICE display with an address and no port',
  severity: 'advice',
  target: 'libvirt',
  source:
    'libvirt 11.3 defines such a display with <listen type="none"/>: only a viewer that goes through libvirt gets in',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      if (item.type !== 'spice' || displayPortWords(item) !== 'no port') continue
      const hasAddress =
        item.listen_address !== undefined ||
        (item.listen ?? []).some(({ type }) => type === 'address' || type === 'network')
      if (!hasAddress) continue
      yield {
        path: at(context, ...path, 'autoport'),
        message:
          'This SPICE display says where it listens and no port, so that libvirt makes it listen nowhere: a viewer gets in through libvirt alone. Let libvirt choose a port.',
        fix: setFix(context, 'Let libvirt choose a port', [...path, 'autoport'], 'yes'),
      }
    }
  },
}
