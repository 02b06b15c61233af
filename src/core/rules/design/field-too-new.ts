import { domain as domainShape } from '../../domain/index.ts'
import { formatPath, type Path } from '../../finding.ts'
import { atLeast } from '../../host/index.ts'
import { pathOf, saidIn } from '../../table/index.ts'
import { at } from '../support/place.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'field.too-new',
  title: 'A field that the host’s libvirt does not know',
  severity: 'warning',
  anyHypervisor: true,
  target: 'libvirt',
  source:
    'libvirt manual, by the tables: an older libvirt drops what it does not know, or its schema refuses it',
  *check(context) {
    const version = context.host?.libvirt
    if (version === undefined) return
    for (const said of saidIn(domainShape, context.domain).fields) {
      const { key, field } = said
      const { since } = field.meta
      if (since === undefined || atLeast(version, since)) continue
      const path = pathOf(said)
      yield {
        at: path,
        message: `${key} is known from libvirt ${since} on, the host has ${version}, which drops it or refuses it. Leave it out, or update the host.`,
        fix: isSaid(context, at(context, ...path)) ? { title: `Leave ${key} out` } : undefined,
      }
    }
  },
}

/** False for what resolve adds: taking that away changes nothing. */
function isSaid({ said: { fields } }: RuleContext, path: Path): boolean {
  const wanted = formatPath(path)
  return fields.some((said) => formatPath(pathOf(said)) === wanted)
}
