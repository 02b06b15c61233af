import type { Rule } from '../support/rule.ts'
import { isOf9p, sameTag, sharesOfOneTag } from '../support/share-tags.ts'

export const rule: Rule = {
  id: 'share.tag-twice',
  title: 'Two shares with one mount tag',
  source:
    'libvirt 11.3: "filesystem target \'data\' specified twice" with virtiofs; two of 9p start (seen in the lab)',
  *check(context) {
    for (const { item, first } of sharesOfOneTag(context))
      if (!isOf9p(item) || !isOf9p(first)) yield sameTag(context, item, first)
  },
}
