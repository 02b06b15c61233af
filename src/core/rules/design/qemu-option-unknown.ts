import { atLeast } from '../../host/index.ts'
import { isNewerThan } from '../support/host-version.ts'
import { ownOptions } from '../support/own-options.ts'
import { goneQemuOptions, qemuOptions, qemuOptionsVersion } from '../support/qemu-options.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'qemu.option-unknown',
  title: 'An option that QEMU does not have',
  source:
    'QEMU 10.0: "-foo: invalid option", "-device: requires an argument"; a word of its own is a disk image',
  *check(context) {
    for (const { name, word, value, path } of ownOptions(context)) {
      if (!isKnown(context, name)) {
        const since = goneQemuOptions.get(name)
        const gone = since === undefined ? 'has no such option' : `has it no more since ${since}`
        yield { path, message: `QEMU ${gone}: ${word}. Leave it out.` }
        return
      }
      if (value === undefined) continue
      if (value.text === undefined || (value.isOption && name !== 'append'))
        yield { path, message: `${word} wants a value behind it, and there is ${value.text ?? 'none'}.` }
    }
  },
}

/** An option that is gone is known as long as the version of the host is not. */
function isKnown({ host }: RuleContext, name: string): boolean {
  const version = host?.qemu
  const since = goneQemuOptions.get(name)
  if (since !== undefined) return version === undefined || !atLeast(version, since)
  return qemuOptions.has(name) || isNewerThan(version, qemuOptionsVersion)
}
