import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.ids',
  title: 'An I/O thread twice, or with its workers upside down',
  source:
    'libvirt 11.3: "duplicate iothread id \'5\' found", "thread_pool_min must be smaller or equal to thread_pool_max"',
  *check(context) {
    const threads = (context.domain.iothreadids ?? []).map((thread, index) => ({ thread, index }))
    for (const { item } of repeated(threads, ({ thread }) => String(thread.id)))
      yield {
        at: ['iothreadids', item.index],
        message: `I/O thread ${item.thread.id} is said before already.`,
        fix: { title: 'Remove the second' },
      }
    const main = context.domain.defaultiothread
    if (main?.thread_pool_max === 0 || (main?.thread_pool_min ?? -1) > (main?.thread_pool_max ?? -1))
      yield {
        at: ['defaultiothread'],
        message: 'The main loop has more workers at least than at most, or none.',
        fix: { title: 'Leave its workers out' },
      }
    for (const { thread, index } of threads) {
      const { thread_pool_min: least, thread_pool_max: most = -1 } = thread
      if (least === undefined || least <= most) continue
      yield {
        at: ['iothreadids', index, 'thread_pool_min'],
        message: `I/O thread ${thread.id} has ${least} workers at least and ${most === -1 ? 'no number said' : most} at most.`,
        fix: { title: 'Leave the least out' },
      }
    }
  },
}
