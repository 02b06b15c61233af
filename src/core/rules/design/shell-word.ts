import { firstKey } from '../../table/index.ts'
import { canBeAShellWord } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'
import { pathOfText } from '../support/said-texts.ts'

export const rule: Rule = {
  id: 'shell.word',
  title: 'A text that no script can hold',
  source: 'POSIX: an argument of a process holds no NUL, and half a surrogate pair has no UTF-8',
  *check(context) {
    for (const said of context.said.texts) {
      const { text } = said
      const part = firstKey(said.of)
      if (part === 'libvirt' || part === 'network' || canBeAShellWord(text)) continue
      const path = pathOfText(said)
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
