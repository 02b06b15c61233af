export { translatedFindings, translatedFix } from './findings.ts'
export { chooseLanguage, type Language, languages } from './language.ts'
export { WithCode } from './WithCode.tsx'
export { language, t, translated } from './words.ts'
