import { cpusOf } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.tuning',
  title: 'A scheduler, share or quota out of its range',
  source:
    'libvirt 11.3: "vCPU \'9\' is not present in domain definition", "shares \'1\' must be in range [2, 262144]", "Value of cputune \'quota\' must be in range [1000, 17592186044415]", "Overlapping vcpus in resctrls"; its schema for priority',
  *check(context) {
    const { cputune, vcpu } = context.domain
    const last = (vcpu?.value ?? 1) - 1
    for (const [index, { vcpus, scheduler, priority }] of (cputune?.vcpusched ?? []).entries()) {
      const beyond = cpusOf(vcpus ?? '')?.from(last + 1).lowest
      const isRealTime = scheduler === 'fifo' || scheduler === 'rr'
      const wrong =
        beyond !== undefined
          ? `There is no vCPU ${beyond}; the last one is ${last}.`
          : scheduler !== undefined && isRealTime !== (priority !== undefined)
            ? `The scheduler ${scheduler} ${isRealTime ? 'needs a priority' : 'has no priority'}.`
            : undefined
      if (wrong !== undefined)
        yield {
          at: ['cputune', 'vcpusched', index],
          message: wrong,
          fix: { title: 'Leave the scheduler out' },
        }
    }
    const shares = cputune?.shares
    if (shares !== undefined && ((shares !== 0 && shares < 2) || shares > 262_144))
      yield {
        at: ['cputune', 'shares'],
        message: `Shares go from 2 to 262144; ${shares} is beyond. 1024 is a usual share.`,
        fix: { title: 'Leave the shares out' },
      }
  },
}
