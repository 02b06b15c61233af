import { at, removeFix } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.states',
  title: 'Single vCPUs that can’t be so',
  severity: 'error',
  source: 'libvirt 11.3: "vcpu 0 can\'t be offline", "duplicate vcpu order \'1\'"',
  *check(context) {
    const vcpus = (context.domain.vcpus ?? []).map((vcpu, index) => ({ vcpu, index }))
    for (const { vcpu, index } of vcpus)
      if (vcpu.id === 0 && vcpu.enabled === false)
        yield {
          path: at(context, 'vcpus', index, 'enabled'),
          message: 'vCPU 0 is there from the start: another one can be off.',
          fix: removeFix(context, 'Leave the list of vCPUs out', ['vcpus']),
        }
    for (const { item } of repeated(vcpus, ({ vcpu }) =>
      vcpu.order === undefined ? undefined : String(vcpu.order),
    ))
      yield {
        path: at(context, 'vcpus', item.index, 'order'),
        message: `Another vCPU is number ${item.vcpu.order} in the order already.`,
        fix: removeFix(context, 'Leave the list of vCPUs out', ['vcpus']),
      }
  },
}
