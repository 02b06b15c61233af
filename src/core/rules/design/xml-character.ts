import { vmSpec } from '../../spec/index.ts'
import { invalidXmlCharacter } from '../../xml/index.ts'
import type { Rule } from '../support/rule.ts'
import { saidTexts } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'xml.character',
  title: 'A character that XML forbids',
  anyHypervisor: true,
  source: 'XML 1.0, production 2 (Char): most control characters can’t be written, not even as a reference',
  *check(context) {
    for (const { path, key, text } of saidTexts(vmSpec, context.spec)) {
      const isInXml = path[0] === 'libvirt' || path[0] === 'network'
      if (!isInXml || key === 'snippets' || key === 'xml_passthrough') continue
      const index = invalidXmlCharacter(text)
      if (index < 0) continue
      yield {
        path,
        message: `The text has a character that XML forbids (U+${hex(text, index)}), at place ${index + 1}. Remove it.`,
        fix: { title: 'Remove such characters', changes: [{ path, value: cleaned(text) }] },
      }
    }
  },
}

function hex(text: string, index: number): string {
  return text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
}

function cleaned(text: string): string {
  return [...text].filter((character) => invalidXmlCharacter(character) < 0).join('')
}
