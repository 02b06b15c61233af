/** The door of highlight/: the colours of a text before Monaco is there, by expressions of our own. */
import type { Language } from '../output-files.ts'
import { assignmentTokens } from './assignments.ts'
import { shellTokens } from './shell.ts'
import type { Token } from './token.ts'
import { xmlTokens } from './xml.ts'
import { yamlTokens } from './yaml.ts'

export type { Token } from './token.ts'

const tokensOf: Readonly<Record<Language, (text: string) => readonly Token[]>> = {
  xml: xmlTokens,
  shell: shellTokens,
  yaml: yamlTokens,
  hcl: assignmentTokens,
  ini: assignmentTokens,
}

/** Characters with colours: what is seen first. A token is an element, and a large design has ten thousand. */
const most = 20_000

/** The pieces of a text, which together are the text. */
export function highlight(text: string, language: Language): readonly Token[] {
  const end = text.length <= most ? text.length : text.lastIndexOf('\n', most) + 1
  const rest = text.slice(end)
  const tokens = tokensOf[language](text.slice(0, end))
  return rest === '' ? tokens : [...tokens, { text: rest, kind: undefined }]
}
