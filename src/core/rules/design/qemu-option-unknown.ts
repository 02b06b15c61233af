import { atLeast } from '../../host/index.ts'
import { takesValue } from '../../qemu/index.ts'
import { isNewerThan } from '../support/host-version.ts'
import { at } from '../support/place.ts'
import { goneQemuOptions, qemuOptions, qemuOptionsVersion } from '../support/qemu-options.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'qemu.option-unknown',
  title: 'An option that QEMU does not have',
  severity: 'error',
  source:
    'QEMU 10.0: "-foo: invalid option", "-device: requires an argument"; a word of its own is a disk image',
  *check(context) {
    const words = (context.domain.qemu_arguments ?? []).map(({ value = '' }) => value)
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] ?? ''
      const name = optionName(word)
      const path = at(context, 'qemu_arguments', index, 'value')
      if (name === undefined) continue
      const since = goneQemuOptions.get(name)
      if (since !== undefined) {
        // What the line was written for may be older than that; the version of the host tells.
        const version = context.host?.qemu
        if (version !== undefined && !atLeast(version, since)) continue
        yield {
          path,
          severity: version === undefined ? 'warning' : undefined,
          message: `QEMU has ${word} no more since ${since}. Leave it out.`,
        }
        return
      }
      if (!isKnown(context, name)) {
        yield { path, message: `QEMU has no such option: ${word}. Leave it out.` }
        return
      }
      if (!takesValue(word)) continue
      const next = words[index + 1]
      if (next === undefined || (optionName(next) !== undefined && name !== 'append'))
        yield { path, message: `${word} wants a value behind it, and there is ${next ?? 'none'}.` }
      index += 1
    }
  },
}

/** QEMU takes one dash or two. */
function optionName(word: string): string | undefined {
  const name = word.startsWith('--') ? word.slice(2) : word.startsWith('-') ? word.slice(1) : ''
  return /^[A-Za-z]/.test(name) ? name : undefined
}

function isKnown({ host }: RuleContext, name: string): boolean {
  return qemuOptions.has(name) || isNewerThan(host?.qemu, qemuOptionsVersion)
}
