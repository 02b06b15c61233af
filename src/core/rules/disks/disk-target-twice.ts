import { callDisk } from '../support/free-disk-name.ts'
import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('disks', {
  id: 'disk.target-twice',
  title: 'Two disks with one name',
  fixIsSafe: true,
  source: "libvirt 11.3: \"target 'sda' duplicated for disk sources '…' and '…'\"",
  same: ({ target }) => target?.dev,
  at: ['target', 'dev'],
  says: ({ target }, first) =>
    `${target?.dev} is the name of ${first} already. Give each disk a name of its own.`,
  fix: ({ target }, context) =>
    callDisk(context, target?.dev?.startsWith('sd') ? 'sd' : target?.dev?.startsWith('fd') ? 'fd' : 'vd'),
})
