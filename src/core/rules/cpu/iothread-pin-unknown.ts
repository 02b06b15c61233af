import { ioThreadNumbers } from '../../domain/index.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.pin-unknown',
  title: 'A pin of an I/O thread that does not exist, or a second one',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Cannot find \'iothread\' : 1", "duplicate iothreadpin for same iothread \'1\'"',
  *check(context) {
    const { iothreads = 0, iothreadids = [], cputune } = context.domain
    const numbers = ioThreadNumbers(context.domain)
    const pins = (cputune?.iothreadpin ?? []).map((pin, index) => ({ pin, index }))
    for (const { item } of repeated(pins, ({ pin }) => pin.iothread?.toString()))
      yield {
        at: ['cputune', 'iothreadpin', item.index],
        message: `I/O thread ${item.pin.iothread} is pinned twice. Put all its host CPUs into one pin.`,
        fix: { title: 'Remove the second pin' },
      }
    for (const [index, { iothread }] of (cputune?.iothreadpin ?? []).entries()) {
      if (iothread === undefined || numbers.has(iothread)) continue
      yield {
        at: ['cputune', 'iothreadpin', index],
        message: `I/O thread ${iothread} is pinned, but there ${iothreads === 1 ? 'is 1' : `are ${iothreads}`}. Remove the pin, or raise libvirt.iothreads.`,
        fix:
          iothreadids.length === 0
            ? { title: `Set iothreads to ${iothread}`, at: ['iothreads'], value: iothread }
            : undefined,
      }
    }
  },
}
