export { chooseLanguage, type Language, languages } from './language.ts'
export { language, t, translated } from './words.ts'
