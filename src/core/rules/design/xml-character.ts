import { firstKey } from '../../table/index.ts'
import { invalidXmlCharacter } from '../../xml/index.ts'
import type { Rule } from '../support/rule.ts'
import { pathOfText } from '../support/said-texts.ts'

export const rule: Rule = {
  id: 'xml.character',
  title: 'A character that XML forbids',
  anyHypervisor: true,
  source: 'XML 1.0, production 2 (Char): most control characters can’t be written, not even as a reference',
  *check(context) {
    for (const said of context.said.texts) {
      const { text } = said
      const index = invalidXmlCharacter(text)
      if (index < 0 || notInXml.has(said.of.key)) continue
      const part = firstKey(said.of)
      if (part !== 'libvirt' && part !== 'network') continue
      const path = pathOfText(said)
      yield {
        path,
        message: `The text has a character that XML forbids (U+${hex(text, index)}), at place ${index + 1}. Remove it.`,
        fix: { title: 'Remove such characters', changes: [{ path, value: cleaned(text) }] },
      }
    }
  },
}

/** Texts that are looked at as the XML that they are. */
const notInXml: ReadonlySet<string> = new Set(['snippets', 'xml_passthrough'])

function hex(text: string, index: number): string {
  return text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
}

function cleaned(text: string): string {
  return [...text].filter((character) => invalidXmlCharacter(character) < 0).join('')
}
