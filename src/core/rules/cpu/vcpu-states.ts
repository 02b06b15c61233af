import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.states',
  title: 'Single vCPUs that can’t be so',
  source:
    'libvirt 11.3: "vcpu 0 can\'t be offline", "duplicate vcpu order \'1\'", "vcpu id \'5\' is out of range of maximum vcpu count", "all vcpus must have either set or unset order"',
  *check(context) {
    const vcpus = (context.domain.vcpus ?? []).map((vcpu, index) => ({ vcpu, index }))
    const count = context.domain.vcpu?.value ?? 1
    for (const { vcpu, index } of vcpus)
      if ((vcpu.id ?? 0) >= count)
        yield {
          at: ['vcpus', index, 'id'],
          message: `The vCPUs are numbered from 0 to ${count - 1}; there is no vCPU ${vcpu.id ?? 0}.`,
          fix: { title: 'Leave the list of vCPUs out', at: ['vcpus'] },
        }
    const on = vcpus.filter(({ vcpu }) => vcpu.enabled === true)
    const unordered = on.find(({ vcpu }) => vcpu.order === undefined)
    if (unordered !== undefined && on.some(({ vcpu }) => vcpu.order !== undefined))
      yield {
        at: ['vcpus', unordered.index, 'order'],
        message: 'Either all vCPUs that are on have an order, or none.',
        fix: { title: 'Leave the list of vCPUs out', at: ['vcpus'] },
      }
    for (const { vcpu, index } of vcpus)
      if (vcpu.id === 0 && vcpu.enabled === false)
        yield {
          at: ['vcpus', index, 'enabled'],
          message: 'vCPU 0 is there from the start: another one can be off.',
          fix: { title: 'Leave the list of vCPUs out', at: ['vcpus'] },
        }
    for (const { item } of repeated(vcpus, ({ vcpu }) =>
      vcpu.order === undefined ? undefined : String(vcpu.order),
    ))
      yield {
        at: ['vcpus', item.index, 'order'],
        message: `Another vCPU is number ${item.vcpu.order} in the order already.`,
        fix: { title: 'Leave the list of vCPUs out', at: ['vcpus'] },
      }
  },
}
