/** Texts in the language of Terraform and OpenTofu. HCL Native Syntax Specification, Template Expressions. */

/**
 * A text in double quotes.
 *
 * @returns undefined when it can't be said: HCL has Unicode text in its composed form only (NFC), and would change another
 */
export function hclText(text: string): string | undefined {
  if (!isSayable(text)) return undefined
  return `"${text.replace(/\$+\{?|%+\{?|["\\]|[\p{Cc}\u2028\u2029]/gu, escaped)}"`
}

/**
 * A text in the file of a template, which `templatefile` fills in.
 *
 * @returns undefined as of `hclText`
 */
export function hclTemplate(text: string): string | undefined {
  return isSayable(text) ? text.replace(/\$+\{?|%+\{?/g, escaped) : undefined
}

function escaped(found: string): string {
  const sign = found.charAt(0)
  if (sign === '$' || sign === '%') {
    if (!found.endsWith('{')) return found
    // Of several in a row, all but the last one are put in: how many are read as one is nowhere said.
    return `${`$\{"${sign}"}`.repeat(found.length - 2)}${sign}${sign}{`
  }
  switch (found) {
    case '\n':
      return '\\n'
    case '\r':
      return '\\r'
    case '\t':
      return '\\t'
    case '"':
    case '\\':
      return `\\${found}`
    default:
      return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`
  }
}

/**
 * A text of several lines as it is, between two lines of a word that it has not; one that does not end its last line, or
 * has characters that are not seen, in double quotes.
 *
 * @returns undefined as of `hclText`
 */
export function hclTextOfLines(text: string): string | undefined {
  if (!isSayable(text)) return undefined
  if (!text.endsWith('\n') || !text.slice(0, -1).includes('\n') || /[^\P{Cc}\n\t]/u.test(text))
    return hclText(text)
  if (/[$%][$%]\{/.test(text)) return hclText(text)
  const lines = new Set(text.split('\n').map((line) => line.trim()))
  let word = 'EOT'
  for (let number = 2; lines.has(word); number += 1) word = `EOT${number}`
  return `<<${word}\n${text.replace(/[$%]\{/g, (found) => found.charAt(0) + found)}${word}`
}

/** The rest of a line behind `#`. */
export function hclComment(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

/** A word that names a resource; one that no name gives is `vm`. */
export function hclName(text: string): string {
  const name = text
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^[^A-Za-z_]+/, '')
    .replace(/-$/, '')
  return name === '' ? 'vm' : name
}

function isSayable(text: string): boolean {
  return text.isWellFormed() && text.normalize('NFC') === text
}
