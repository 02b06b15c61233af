/** A rule about words of a field that libvirt knows, and that no guest of QEMU’s can have. */
import type { DeviceList } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { valueAt } from '../../path.ts'
import { deviceRule } from './device-rule.ts'
import type { DomainFix, Rule, RuleContext } from './rule.ts'

type WordRule = Omit<Rule, 'check'> & {
  /** The field, below the device. */
  readonly field: Path
  readonly words: readonly string[]
  /** Whether the words are wrong here; always when absent. */
  when?(context: RuleContext): boolean
  says(word: string): string
  readonly fix?: DomainFix
}

/** @param lists one list of devices, or several that have the field */
export function wordRule(
  lists: DeviceList | readonly DeviceList[],
  { field, words, says, fix, ...rule }: WordRule,
): Rule {
  return deviceRule(lists, {
    ...rule,
    check(device: object) {
      const word = valueAt(device, field)
      return typeof word === 'string' && words.includes(word)
        ? { at: field, message: says(word), fix }
        : undefined
    },
  })
}
