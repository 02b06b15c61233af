import { ioThreadNumbers } from '../../domain/index.ts'
import { CpuSet, cpusOf } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.scheduler-unknown',
  title: 'A scheduler for an I/O thread that does not exist',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Cannot find \'iothread\' : 2"',
  *check(context) {
    const { cputune } = context.domain
    const ids = CpuSet.of(ioThreadNumbers(context.domain))
    for (const [index, { iothreads: wanted }] of (cputune?.iothreadsched ?? []).entries()) {
      const absent = cpusOf(wanted ?? '')?.without(ids)
      if (absent === undefined || absent.isEmpty) continue
      yield {
        at: ['cputune', 'iothreadsched', index],
        message: `There is no I/O thread ${absent}.`,
        fix: { title: 'Remove the scheduler' },
      }
    }
  },
}
