/**
 * What the page says, in the language of the person. The English text is the key, so that it stands where it is used;
 * every other language has a file for each part of the page.
 */
import { ownValue } from '../../core/index.ts'
import { type Catalogue, filled, lookup } from './catalogue.ts'
import { type Language, shownLanguage } from './language.ts'

const catalogues: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  de: async () => (await import('./german/index.ts')).german,
}

async function catalogueOf(language: Language): Promise<Catalogue | undefined> {
  if (language === 'en') return undefined
  try {
    return await catalogues[language]()
  } catch {
    // Without its texts the page is English, which is better than no page.
    return undefined
  }
}

export const language = shownLanguage()

// Every module that says something waits for its words; the files of a language import nothing of the page.
const catalogue = language === 'en' ? undefined : await catalogueOf(language)
const find = catalogue === undefined ? undefined : lookup(catalogue)

/**
 * A text of the page: t`Copy ${name}`.
 *
 * @returns the text of the language for 'Copy {1}', or the English one where the language has none
 */
export function t(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const english = strings.reduce((text, part, index) => `${text}{${index}}${part}`)
  return filled(ownValue(catalogue ?? {}, english) ?? english, values)
}

/** The same for a text that comes from core, which says it in English: a finding, the help of a field, a default’s reason. */
export function translated(text: string): string {
  return find?.(text) ?? text
}
