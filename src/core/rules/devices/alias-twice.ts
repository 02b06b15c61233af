import { devicePartsNamed } from '../support/device-parts.ts'
import { repeatedRule } from '../support/repeated-rule.ts'
import type { RuleContext } from '../support/rule.ts'

export const rule = repeatedRule(ownAliases, {
  id: 'alias.twice',
  title: 'One alias for two devices',
  source: 'libvirt 11.3: "non unique alias detected: ua-x"',
  same: ({ name }) => name,
  at: ['alias', 'name'],
  says: ({ name }, first) =>
    `The alias ${name} is that of ${first} already. Each device has an alias of its own.`,
  fix: { title: 'Leave the alias out', at: ['alias'] },
})

/** Others are dropped: two devices of a dump may share one, as the first console and its serial port do. */
function ownAliases(context: RuleContext) {
  return devicePartsNamed(context, 'alias').flatMap(({ held: { name }, path }) =>
    typeof name === 'string' && name.startsWith('ua-') ? [{ path: path.slice(0, -1), name }] : [],
  )
}
