import { type SystemNeed, systemNeeds } from '../../host/index.ts'
import type { DomainFix, Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.needs-system',
  title: 'Something that a session can’t have',
  source:
    'libvirt 9.0 in a session: "hugetlbfs filesystem is not mounted or disabled by administrator config", "CPU tuning is not available in session mode", "error creating macvtap interface: Operation not permitted", "Cannot set scheduler parameters: Operation not permitted", "cannot limit locked memory"',
  *check(context) {
    const { host, spec, domain } = context
    if (host?.connection !== 'session' || spec.backend === 'qemu') return
    for (const need of systemNeeds(domain, host)) {
      // Networks and bridges have codes of their own.
      if (!need.certain || need.kind === 'network' || need.kind === 'bridge') continue
      yield {
        at: need.path,
        message: `A session can’t have ${need.what}: ${need.why}. Set the connection of the host to system${hint(need)}.`,
        fix: fixOf(need),
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
function fixOf({ kind, path, what }: SystemNeed): DomainFix | undefined {
  switch (kind) {
    case 'tuning':
    case 'locked-memory':
    case 'huge-pages':
      return { title: `Leave out ${what}` }
    case 'interface':
      return {
        title: 'Take a user network',
        all: [{ at: [...path, 'type'], value: 'user' }, { at: [...path, 'source'] }],
      }
    default:
      return undefined
  }
}
