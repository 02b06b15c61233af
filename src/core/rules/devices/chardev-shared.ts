import { formatPath } from '../../finding.ts'
import { chardevs } from '../support/chardevs.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'chardev.shared',
  title: 'Two ports that want one file or socket',
  source:
    'libvirt 11.3 at the start: "Cannot open log file: \'/tmp/u.log\': Device or resource busy"; QEMU 10.0: "Failed to find an available port: Address already in use"',
  *check(context) {
    for (const { item, first } of repeated(chardevs(context), ({ end }) => end))
      yield {
        at: [...item.path, 'source'],
        message: `${formatPath(at(context, ...first.path))} is at ${item.end} already. Give each one of its own.`,
      }
  },
}
