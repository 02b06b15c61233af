import { at, setFix } from '../support/place.ts'
import { hasRawChild } from '../support/raw-xml.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.pin-unknown',
  title: 'A pin of an I/O thread that does not exist',
  severity: 'error',
  source: 'libvirt 11.3: "Cannot find \'iothread\' : 1"',
  *check(context) {
    const { iothreads = 0, cputune, $rest } = context.domain
    if (hasRawChild($rest, 'iothreadids')) return
    for (const [index, { iothread }] of (cputune?.iothreadpin ?? []).entries()) {
      if (iothread === undefined || iothread <= iothreads) continue
      yield {
        path: at(context, 'cputune', 'iothreadpin', index),
        message: `I/O thread ${iothread} is pinned, but there ${iothreads === 1 ? 'is 1' : `are ${iothreads}`}. Remove the pin, or raise libvirt.iothreads.`,
        fix: setFix(context, `Set iothreads to ${iothread}`, ['iothreads'], iothread),
      }
    }
  },
}
