import { formatPath } from '../../finding.ts'
import { devicePartsNamed } from '../support/device-parts.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'alias.twice',
  title: 'One alias for two devices',
  source: 'libvirt 11.3: "non unique alias detected: ua-x"',
  *check(context) {
    const aliases = devicePartsNamed(context, 'alias').flatMap(({ held: { name }, path }) =>
      isOnesOwn(name) ? [{ path, name }] : [],
    )
    for (const { item, first } of repeated(aliases, ({ name }) => name))
      yield {
        at: [...item.path, 'name'],
        message: `The alias ${item.name} is that of ${formatPath(at(context, ...first.path.slice(0, -1)))} already. Each device has an alias of its own.`,
        fix: { title: 'Leave the alias out', at: item.path },
      }
  },
}

/** Others are dropped: two devices of a dump may share one, as the first console and its serial port do. */
function isOnesOwn(name: unknown): name is string {
  return typeof name === 'string' && name.startsWith('ua-')
}
