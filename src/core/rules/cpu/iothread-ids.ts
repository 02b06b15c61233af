import { at, removeFix } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.ids',
  title: 'An I/O thread twice, or with its workers upside down',
  severity: 'error',
  source:
    'libvirt 11.3: "duplicate iothread id \'5\' found", "thread_pool_min must be smaller or equal to thread_pool_max"',
  *check(context) {
    const threads = (context.domain.iothreadids ?? []).map((thread, index) => ({ thread, index }))
    for (const { item } of repeated(threads, ({ thread }) => String(thread.id)))
      yield {
        path: at(context, 'iothreadids', item.index),
        message: `I/O thread ${item.thread.id} is said before already.`,
        fix: removeFix(context, 'Remove the second', ['iothreadids', item.index]),
      }
    const main = context.domain.defaultiothread
    if (main?.thread_pool_max === 0 || (main?.thread_pool_min ?? -1) > (main?.thread_pool_max ?? -1))
      yield {
        path: at(context, 'defaultiothread'),
        message: 'The main loop has more workers at least than at most, or none.',
        fix: removeFix(context, 'Leave its workers out', ['defaultiothread']),
      }
    for (const { thread, index } of threads) {
      const { thread_pool_min: least, thread_pool_max: most = -1 } = thread
      if (least === undefined || least <= most) continue
      yield {
        path: at(context, 'iothreadids', index, 'thread_pool_min'),
        message: `I/O thread ${thread.id} has ${least} workers at least and ${most === -1 ? 'no number said' : most} at most.`,
        fix: removeFix(context, 'Leave the least out', ['iothreadids', index, 'thread_pool_min']),
      }
    }
  },
}
