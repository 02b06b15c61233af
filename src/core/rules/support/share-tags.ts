/** Shares that the guest would have to mount by one tag. */
import type { Devices, Item } from '../../domain/index.ts'
import { formatPath } from '../../finding.ts'
import { devicesOf, type Placed } from './devices.ts'
import { at } from './place.ts'
import { repeated } from './repeated.ts'
import type { Problem, RuleContext } from './rule.ts'

type Share = Placed<Item<Devices['filesystems']>>

/** Each share whose tag another one has before it. */
export function sharesOfOneTag(
  context: RuleContext,
): Iterable<{ readonly item: Share; readonly first: Share }> {
  return repeated(devicesOf(context, 'filesystems'), (share) => share.item.target?.dir)
}

export function isOf9p({ item }: Share): boolean {
  return item.driver?.type !== 'virtiofs'
}

export function sameTag(context: RuleContext, { item, index, path }: Share, first: Share): Problem {
  const tag = item.target?.dir
  return {
    at: [...path, 'target', 'dir'],
    message: `The mount tag ${tag} is that of ${formatPath(at(context, ...first.path))} already; the guest can mount one of them only. Give each a tag of its own.`,
    fix: { title: 'Give it another tag', value: `${tag}${index + 1}` },
  }
}
