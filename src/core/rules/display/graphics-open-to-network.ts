import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.open-to-network',
  title: 'A display open to the network',
  severity: 'warning',
  source:
    'libvirt manual, Graphical framebuffers; VNC and SPICE without a password let everybody in (rules.md)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      if (item.type !== 'vnc' && item.type !== 'spice') continue
      if ((item.passwd ?? '') !== '') continue
      const listens = item.listen ?? []
      const index = listens.findIndex(({ address }) => address !== undefined && anywhere.has(address))
      const isOld = item.listen_address !== undefined && anywhere.has(item.listen_address)
      if (index < 0 && !isOld) continue
      const where = index < 0 ? [...path, 'listen_address'] : [...path, 'listen', index, 'address']
      yield {
        path: at(context, ...where),
        message:
          'Everybody on the network can see and use this display: it listens everywhere and has no password. Listen on 127.0.0.1 and reach it through SSH, or set passwd.',
        fix: setFix(context, 'Listen on 127.0.0.1', where, '127.0.0.1'),
      }
    }
  },
}

const anywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '*'])
