import type { TargetLanguage } from '../../core/targets/target.ts'
import type { Language } from '../output/output-files.ts'

const languages: Readonly<Record<TargetLanguage, Language>> = {
  hcl: 'hcl',
  ini: 'ini',
  json: 'yaml',
  // Braces, `=` and `#`, as in HCL.
  nix: 'hcl',
  shell: 'shell',
  text: 'ini',
  xml: 'xml',
  yaml: 'yaml',
}

/** How the page colours a text of a format of others. */
export function languageOfTarget(language: TargetLanguage): Language {
  return languages[language]
}
