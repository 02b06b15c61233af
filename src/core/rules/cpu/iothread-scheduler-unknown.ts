import { cpusOf } from '../support/cpu-set.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.scheduler-unknown',
  title: 'A scheduler for an I/O thread that does not exist',
  severity: 'error',
  source: 'libvirt 11.3: "Cannot find \'iothread\' : 2"',
  *check(context) {
    const { iothreads = 0, iothreadids = [], cputune } = context.domain
    const ids = new Set(iothreadids.map(({ id }) => id))
    for (let number = 1; ids.size < iothreads; number += 1) ids.add(number)
    for (const [index, { iothreads: wanted }] of (cputune?.iothreadsched ?? []).entries()) {
      const absent = [...(cpusOf(wanted ?? '') ?? [])].filter((id) => !ids.has(id))
      if (absent.length === 0) continue
      yield {
        path: at(context, 'cputune', 'iothreadsched', index),
        message: `There is no I/O thread ${absent.join(', ')}.`,
        fix: removeFix(context, 'Remove the scheduler', ['cputune', 'iothreadsched', index]),
      }
    }
  },
}
