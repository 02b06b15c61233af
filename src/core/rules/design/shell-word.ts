import { vmSpec } from '../../spec/index.ts'
import { canBeAShellWord } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'
import { saidTexts } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'shell.word',
  title: 'A text that no script can hold',
  source: 'POSIX: an argument of a process holds no NUL, and half a surrogate pair has no UTF-8',
  *check(context) {
    for (const { path, text } of saidTexts(vmSpec, context.spec)) {
      if (path[0] === 'libvirt' || path[0] === 'network') continue
      if (canBeAShellWord(text)) continue
      yield {
        path,
        message:
          'The text has a NUL character or half of a character, which no script and no file of cloud-init can hold. Remove it.',
        fix: { title: 'Remove such characters', changes: [{ path, value: cleaned(text) }] },
      }
    }
  },
}

function cleaned(text: string): string {
  return [...text].filter(canBeAShellWord).join('')
}
