import { domain as domainShape } from '../../domain/index.ts'
import { isRecord } from '../../table/index.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'
import { pathOf, saidFields } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'alias.prefix',
  title: 'An alias that libvirt replaces',
  severity: 'warning',
  target: 'libvirt',
  source: 'libvirt manual, Devices: aliases of the user start with ua-, others are dropped without a word',
  *check(context) {
    for (const said of saidFields(domainShape, context.domain)) {
      const { key, value } = said
      if (key !== 'alias' || !isRecord(value) || typeof value['name'] !== 'string') continue
      const name = value['name']
      if (name.startsWith('ua-')) continue
      const path = pathOf(said)
      yield {
        path: at(context, ...path, 'name'),
        message: `libvirt replaces the alias ${name} by one of its own: yours have to start with ua-.`,
        fix: setFix(context, `Call it ua-${name}`, [...path, 'name'], `ua-${name}`),
      }
    }
  },
}
