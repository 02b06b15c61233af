import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'deployment.of-another',
  title: 'A deployment of another VM',
  severity: 'warning',
  source: 'vm.yml: a deployment names its VM with from, and what deploys it reads both',
  *check(context) {
    const { from } = context.spec
    if (from === undefined) return
    yield {
      path: ['from'],
      message: `This is a deployment of ${from}, and what ${from} says is not known here: memory, disks and the rest are made without it. Open ${from} itself, or say all of it here and leave from out.`,
      fix: { title: 'Leave from out', changes: [{ path: ['from'] }] },
    }
  },
}
