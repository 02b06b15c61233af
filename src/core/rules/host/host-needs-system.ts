import type { Fix } from '../../finding.ts'
import { type SystemNeed, systemNeeds } from '../../host/index.ts'
import { at, changeFix, removeFix } from '../support/place.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.needs-system',
  title: 'Something that a session can’t have',
  severity: 'error',
  source:
    'libvirt 9.0 in a session: "hugetlbfs filesystem is not mounted or disabled by administrator config", "CPU tuning is not available in session mode", "error creating macvtap interface: Operation not permitted", "Cannot set scheduler parameters: Operation not permitted", "cannot limit locked memory"',
  *check(context) {
    const { host, spec, domain } = context
    if (host?.connection !== 'session' || spec.backend === 'qemu') return
    for (const need of systemNeeds(domain, host)) {
      // Networks and bridges have codes of their own.
      if (!need.certain || need.kind === 'network' || need.kind === 'bridge') continue
      yield {
        path: at(context, ...need.path),
        message: `A session can’t have ${need.what}: ${need.why}. Set the connection of the host to system${hint(need)}.`,
        fix: fixOf(context, need),
      }
    }
  },
}

function hint({ kind }: SystemNeed): string {
  switch (kind) {
    case 'tuning':
    case 'locked-memory':
    case 'huge-pages':
      return ', or leave it out'
    case 'interface':
      return ', or take a user network'
    case 'file':
      return ', or take a file of your own'
    default:
      return ''
  }
}

/** What can be left out is; a device or a file is there for a reason that only the author knows. */
function fixOf(context: RuleContext, { kind, path, what }: SystemNeed): Fix | undefined {
  switch (kind) {
    case 'tuning':
    case 'locked-memory':
    case 'huge-pages':
      return removeFix(context, `Leave out ${what}`, path)
    case 'interface':
      return changeFix(context, 'Take a user network', [
        { path: [...path, 'type'], value: 'user' },
        { path: [...path, 'source'] },
      ])
    default:
      return undefined
  }
}
