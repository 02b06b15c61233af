/** Keyboard layouts as X calls them (xkeyboard-config), by what people write in a country. */
import { ownValue } from '../text/index.ts'

/** Where the layout is not called like the country in lower case. */
const byLocale: Readonly<Record<string, string>> = {
  en_US: 'us',
  en_GB: 'gb',
  en_CA: 'us',
  en_AU: 'us',
  en_NZ: 'us',
  en_IE: 'ie',
  en_IN: 'us',
  en_ZA: 'us',
  en_SG: 'us',
  de_LI: 'ch',
  de_LU: 'ch',
  fr_CA: 'ca',
  fr_LU: 'ch',
  nl_NL: 'us',
  pl_PL: 'pl',
  pt_BR: 'br',
  sv_FI: 'fi',
  uk_UA: 'ua',
  ar_EG: 'ara',
  ar_SA: 'ara',
  zh_CN: 'us',
  zh_TW: 'us',
  ko_KR: 'kr',
}

/** Languages whose keyboards are those of most countries that write them. */
const byLanguage: Readonly<Record<string, string>> = {
  cs: 'cz',
  da: 'dk',
  de: 'de',
  el: 'gr',
  en: 'us',
  es: 'es',
  et: 'ee',
  fi: 'fi',
  fr: 'fr',
  hu: 'hu',
  it: 'it',
  ja: 'jp',
  nb: 'no',
  pl: 'pl',
  pt: 'pt',
  ru: 'ru',
  sv: 'se',
  tr: 'tr',
  uk: 'ua',
}

/** Countries that have a layout of their name. */
const ownLayouts = new Set(
  'at be bg ch cz de dk ee es fi fr gr hr hu ie il is it jp lt lv me mk no pl pt ro rs ru se si sk th tr ua'.split(
    ' ',
  ),
)

/** @param locale such as `de_AT.UTF-8`; undefined for none */
export function keyboardOf(locale: string | undefined): string {
  const [name = ''] = (locale ?? '').split(/[.@]/, 1)
  const [language = '', country = ''] = name.split('_')
  const ofCountry = ownLayouts.has(country.toLowerCase()) ? country.toLowerCase() : undefined
  return ownValue(byLocale, name) ?? ofCountry ?? latin(name) ?? ownValue(byLanguage, language) ?? 'us'
}

/** Spanish of the Americas has one layout for all. */
function latin(name: string): string | undefined {
  return /^es_(?!ES)[A-Z]{2}$/.test(name) ? 'latam' : undefined
}
