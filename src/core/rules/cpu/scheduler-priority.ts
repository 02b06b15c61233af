import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'scheduler.priority',
  title: 'A scheduler for real time without a priority',
  severity: 'error',
  target: 'libvirt',
  source: 'libvirt 11.3 at the start: "Scheduler priority 0 out of range [1, 99]"; sched(7)',
  *check(context) {
    const { vcpusched = [], iothreadsched = [], emulatorsched } = context.domain.cputune ?? {}
    const all = [
      ...vcpusched.map((one, index) => ({ one, path: ['cputune', 'vcpusched', index] })),
      ...iothreadsched.map((one, index) => ({ one, path: ['cputune', 'iothreadsched', index] })),
      ...(emulatorsched === undefined ? [] : [{ one: emulatorsched, path: ['cputune', 'emulatorsched'] }]),
    ]
    for (const { one, path } of all) {
      const { scheduler, priority } = one
      const isRealTime = scheduler === 'fifo' || scheduler === 'rr'
      if (!isRealTime || priority !== undefined) continue
      yield {
        at: [...path, 'priority'],
        message: `The scheduler ${scheduler} wants a priority from 1 to 99.`,
        fix: { title: 'Take 1', value: 1 },
      }
    }
  },
}
