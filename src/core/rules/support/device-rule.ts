/** A rule about devices, each by itself: it speaks in the device’s own words, and this finds their places. */
import type { DeviceList, Devices, Item } from '../../domain/index.ts'
import { devicesOf, type Placed } from './devices.ts'
import { addBelow } from './place.ts'
import type { DomainProblem, Rule, RuleContext, Wrong } from './rule.ts'

type Device<K extends DeviceList> = Item<Devices[K]>

type DeviceRule<T> = Omit<Rule, 'check'> & {
  /** Whether there is anything to ask of the devices; yes when absent. */
  when?(context: RuleContext): boolean
  /** Paths are below the device. */
  check(device: T, context: RuleContext, placed: Placed<T>): Wrong
}

/** @param lists one list of devices, or several that one rule is about */
export function deviceRule<K extends DeviceList>(lists: K | readonly K[], rule: DeviceRule<Device<K>>): Rule {
  const { when, check, ...said } = rule
  const all: readonly K[] = typeof lists === 'string' ? [lists] : lists
  return {
    ...said,
    check(context) {
      const problems: DomainProblem[] = []
      if (when?.(context) === false) return problems
      for (const list of all)
        for (const placed of devicesOf(context, list))
          addBelow(placed.path, check(placed.item, context, placed), problems)
      return problems
    },
  }
}
