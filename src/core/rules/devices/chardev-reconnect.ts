import { devicesOf } from '../support/devices.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'chardev.reconnect',
  title: 'Connecting again where nothing connects',
  severity: 'error',
  source:
    'libvirt 11.3: "chardev reconnect is possible only for connect mode", "chardev reconnect source timeout cannot be \'0\'"',
  *check(context) {
    for (const list of lists)
      for (const { item, path } of devicesOf(context, list)) {
        const { mode, reconnect, path: socket = '' } = item.source ?? {}
        if (reconnect?.enabled !== true) continue
        const here = [...path, 'source', 'reconnect']
        if (mode === 'bind' || ofLibvirt.test(socket))
          yield {
            path: at(context, ...here),
            message: 'Only an end that connects can connect again, and this one waits for connections.',
            fix: removeFix(context, 'Leave it out', here),
          }
        else if (reconnect.timeout === 0)
          yield {
            path: at(context, ...here, 'timeout'),
            message: 'The time before the next attempt is 1 second or more.',
            fix: setFix(context, 'Wait 1 second', [...here, 'timeout'], 1),
          }
      }
  },
}

const lists = ['serial', 'parallel', 'console', 'channels', 'redirdev'] as const

/** libvirt drops a path of its own and binds a new one. */
const ofLibvirt = /^\/var\/lib\/libvirt\/qemu\/(?:channel\/target\/|domain-)/
