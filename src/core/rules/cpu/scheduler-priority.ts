import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cputune', {
  id: 'scheduler.priority',
  title: 'A scheduler for real time without a priority',
  target: 'libvirt',
  source: 'libvirt 11.3 at the start: "Scheduler priority 0 out of range [1, 99]"; sched(7)',
  *check({ vcpusched = [], iothreadsched = [], emulatorsched }) {
    const all = [
      ...vcpusched.map((one, index) => ({ one, path: ['vcpusched', index] })),
      ...iothreadsched.map((one, index) => ({ one, path: ['iothreadsched', index] })),
      ...(emulatorsched === undefined ? [] : [{ one: emulatorsched, path: ['emulatorsched'] }]),
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
})
