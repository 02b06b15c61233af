/** The author's own options of QEMU, word for word as libvirt hands them on. */
import type { Path } from '../../finding.ts'
import { takesValue } from '../../qemu/index.ts'
import { at } from './place.ts'
import type { RuleContext } from './rule.ts'

export interface OwnOption {
  readonly name: string
  /** With its dashes. */
  readonly word: string
  /** What stands behind it, for an option that takes a value. */
  readonly value: { readonly text: string | undefined; readonly isOption: boolean } | undefined
  /** Into the spec. */
  readonly path: Path
}

/** Each option; what stands between them is a disk image to QEMU. */
export function* ownOptions(context: RuleContext): Iterable<OwnOption> {
  const words = (context.domain.qemu_arguments ?? []).map(({ value = '' }) => value)
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const name = optionName(word)
    if (name === undefined) continue
    const path = at(context, 'qemu_arguments', index, 'value')
    if (!takesValue(word)) {
      yield { name, word, value: undefined, path }
      continue
    }
    const text = words[index + 1]
    yield { name, word, value: { text, isOption: optionName(text ?? '') !== undefined }, path }
    index += 1
  }
}

/** QEMU takes one dash or two. */
function optionName(word: string): string | undefined {
  const name = word.startsWith('--') ? word.slice(2) : word.startsWith('-') ? word.slice(1) : ''
  return /^[A-Za-z]/.test(name) ? name : undefined
}
