/** A rule about things of which there is one of each: it speaks of every further one, in that one’s own words. */
import type { DeviceList, Devices, Item } from '../../domain/index.ts'
import { formatPath, type Path } from '../../finding.ts'
import { devicesOf, type Placed } from './devices.ts'
import { at, below } from './place.ts'
import { repeated } from './repeated.ts'
import type { DomainFix, Rule, RuleContext } from './rule.ts'

type RepeatedRule<T> = Omit<Rule, 'check'> & {
  /** What two of them can’t share; undefined for what may stand beside any other. */
  same(item: T): string | undefined
  /** Where that is, below the item; the item itself when absent. */
  readonly at?: Path
  /** @param first where the first of them is, as a reader writes it */
  says(item: T, first: string): string
  readonly fix?: DomainFix | ((item: T, context: RuleContext) => DomainFix)
}

interface Found {
  /** In the Domain. */
  readonly path: Path
}

/** @param list of devices, or what finds the items of another */
export function repeatedRule<K extends DeviceList>(list: K, rule: RepeatedRule<Item<Devices[K]>>): Rule
export function repeatedRule<T extends Found>(
  list: (context: RuleContext) => readonly T[],
  rule: RepeatedRule<T>,
): Rule
export function repeatedRule(
  list: DeviceList | ((context: RuleContext) => readonly Found[]),
  { same, says, at: place = [], fix, ...rule }: RepeatedRule<unknown>,
): Rule {
  return {
    ...rule,
    *check(context) {
      const all: readonly Pick<Placed<unknown>, 'item' | 'path'>[] =
        typeof list === 'string'
          ? devicesOf(context, list)
          : list(context).map((item) => ({ item, path: item.path }))
      for (const { item: second, first } of repeated(all, ({ item }) => same(item)))
        yield below(second.path, {
          at: place,
          message: says(second.item, formatPath(at(context, ...first.path))),
          fix: typeof fix === 'function' ? fix(second.item, context) : fix,
        })
    },
  }
}
