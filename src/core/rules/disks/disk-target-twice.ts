import { formatPath } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.target-twice',
  title: 'Two disks with one name',
  fixIsSafe: true,
  source: "libvirt 11.3: \"target 'sda' duplicated for disk sources '…' and '…'\"",
  *check(context) {
    for (const { item, first } of repeated(devicesOf(context, 'disks'), ({ item }) => item.target?.dev)) {
      const dev = item.item.target?.dev ?? ''
      const prefix = dev.startsWith('sd') ? 'sd' : dev.startsWith('fd') ? 'fd' : 'vd'
      const name = freeDiskName(context, prefix)
      yield {
        at: [...item.path, 'target', 'dev'],
        message: `${dev} is the name of ${formatPath(at(context, ...first.path))} already. Give each disk a name of its own.`,
        fix: { title: `Call it ${name}`, value: name },
      }
    }
  },
}
