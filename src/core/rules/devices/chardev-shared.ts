import { chardevs } from '../support/chardevs.ts'
import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule(chardevs, {
  id: 'chardev.shared',
  title: 'Two ports that want one file or socket',
  source:
    'libvirt 11.3 at the start: "Cannot open log file: \'/tmp/u.log\': Device or resource busy"; QEMU 10.0: "Failed to find an available port: Address already in use"',
  same: ({ end }) => end,
  at: ['source'],
  says: ({ end }, first) => `${first} is at ${end} already. Give each one of its own.`,
})
