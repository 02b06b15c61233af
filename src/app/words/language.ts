/** The languages of the page: which there are, and which one a person reads. */
import { readStored, writeStored } from '../ui/stored.ts'

/** What can be chosen, each named in itself. */
export const languages = [
  { id: 'en', label: 'English' },
  { id: 'de', label: 'Deutsch' },
] as const

export type Language = (typeof languages)[number]['id']

/** What was chosen by hand, else the first of the browser’s languages that the page has; English outside of a page. */
export function shownLanguage(): Language {
  // A worker and the tests of a text have no person in front of them.
  if (typeof document === 'undefined') return 'en'
  const wanted = [readStored('language') ?? '', ...navigator.languages].map((tag) =>
    tag.slice(0, 2).toLowerCase(),
  )
  return wanted.flatMap((tag) => languages.find(({ id }) => id === tag) ?? [])[0]?.id ?? 'en'
}

/** Remembers the choice and draws the page anew in it: texts are read once, when the page is loaded. */
export function chooseLanguage(language: Language): void {
  writeStored('language', language)
  location.reload()
}
