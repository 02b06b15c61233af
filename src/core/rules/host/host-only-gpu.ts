import { givenFunctions, nameOf } from '../support/host-pci.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.only-gpu',
  title: 'The only graphics card of the host',
  severity: 'warning',
  source:
    'rules.md, single GPU: the host has no screen while the guest runs, and its display server has to end before',
  *check(context) {
    const cards = (context.host?.pci ?? []).filter(({ class_code: code }) => code.startsWith('03'))
    const given = givenFunctions(context)
    const taken = given.filter(({ device }) => device?.class_code.startsWith('03') === true)
    const [first] = taken
    if (first?.device === undefined || cards.length === 0 || taken.length < cards.length) return
    yield {
      path: at(context, ...first.path),
      message: `${nameOf(first.device)} is the only graphics card of the host: its screen stays dark while the guest runs. Reach the host over SSH, and let hooks stop and start its display.`,
      fix: removeFix(context, 'Leave the card with the host', first.path),
    }
  },
}
