/** What core found, in the language of the page. */
import type { Finding, Fix } from '../core.ts'
import { language, translated } from './words.ts'

/** The same findings, their sentences and the buttons of their fixes in the language of the page. */
export function translatedFindings(findings: readonly Finding[]): readonly Finding[] {
  return language === 'en' ? findings : findings.map(translatedFinding)
}

function translatedFinding(finding: Finding): Finding {
  const { message, fix } = finding
  return {
    ...finding,
    message: translated(message),
    ...(fix === undefined ? {} : { fix: translatedFix(fix) }),
  }
}

/** The same fix, its button in the language of the page. */
export function translatedFix(fix: Fix): Fix {
  return { ...fix, title: translated(fix.title) }
}
