import type { Rule } from '../support/rule.ts'
import { isOf9p, sameTag, sharesOfOneTag } from '../support/share-tags.ts'

export const rule: Rule = {
  id: 'share.tag-hidden',
  title: 'Two shares over 9p with one mount tag',
  severity: 'warning',
  source: 'libvirt 11.3 and QEMU 10.0 start it, and the guest can mount one (seen in the lab)',
  *check(context) {
    for (const { item, first } of sharesOfOneTag(context))
      if (isOf9p(item) && isOf9p(first)) yield sameTag(context, item, first)
  },
}
