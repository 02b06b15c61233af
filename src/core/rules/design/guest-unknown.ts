import { guestSystem, nearestSystem } from '../../systems/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'guest.unknown',
  title: 'A system that is not in the list',
  severity: 'advice',
  anyHypervisor: true,
  source: 'vm.yml: guest takes any text; what is filled in comes from the table in core/systems',
  *check({ spec: { guest } }) {
    if (guest === undefined || guestSystem(guest) !== undefined) return
    const near = nearestSystem(guest)
    yield {
      path: ['guest'],
      message: `Nothing is known of the system ${JSON.stringify(guest)}, so nothing is filled in for it.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      fix: near === undefined ? undefined : take(near),
    }
  },
}

const take = (value: string) => ({ title: `Take ${value}`, changes: [{ path: ['guest'], value }] })
