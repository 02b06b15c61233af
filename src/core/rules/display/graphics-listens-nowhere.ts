import { displayPortWords } from '../../guide/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'graphics.listens-nowhere',
  title: 'A SPICE display with an address and no port',
  severity: 'advice',
  target: 'libvirt',
  source:
    'libvirt 11.3 defines such a display with <listen type="none"/>: only a viewer that goes through libvirt gets in',
  check(display) {
    if (display.type !== 'spice' || displayPortWords(display) !== 'no port') return undefined
    const hasAddress =
      display.listen_address !== undefined ||
      (display.listen ?? []).some(({ type }) => type === 'address' || type === 'network')
    if (!hasAddress) return undefined
    return {
      at: ['autoport'],
      message:
        'This SPICE display says where it listens and no port, so that libvirt makes it listen nowhere: a viewer gets in through libvirt alone. Let libvirt choose a port.',
      fix: { title: 'Let libvirt choose a port', value: 'yes' },
    }
  },
})
