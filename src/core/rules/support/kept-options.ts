/** What the author hands to QEMU beside libvirt, for rules on what a guest lacks: it may be there. */
import { type CommandOption, readOptions } from '../../qemu/words/command-options.ts'
import type { RuleContext } from './rule.ts'

/** The options of `<qemu:commandline>` with these names. */
export function keptOptions({ domain }: RuleContext, ...names: readonly string[]): readonly CommandOption[] {
  const words = (domain.qemu_arguments ?? []).map(({ value = '' }) => value)
  return readOptions(words).filter(({ name }) => names.includes(name))
}
