import { formatPath } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'share.tag-twice',
  title: 'Two shares with one mount tag',
  severity: 'error',
  source:
    'libvirt 11.3: "filesystem target \'data\' specified twice" with virtiofs; two of 9p start, and the guest can mount one (seen in the lab)',
  *check(context) {
    const shares = devicesOf(context, 'filesystems')
    for (const { item, first } of repeated(shares, (share) => share.item.target?.dir))
      yield {
        path: at(context, ...item.path, 'target', 'dir'),
        message: `The mount tag ${item.item.target?.dir} is that of ${formatPath(at(context, ...first.path))} already; the guest can mount one of them only. Give each a tag of its own.`,
        fix: setFix(
          context,
          'Give it another tag',
          [...item.path, 'target', 'dir'],
          `${item.item.target?.dir}${item.index + 1}`,
        ),
      }
  },
}
