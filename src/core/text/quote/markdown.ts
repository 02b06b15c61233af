/** Texts in a Markdown page (CommonMark, with the tables of GitHub), where HTML is markup too. */

const lineBreaking = /[\p{Cc}\u2028\u2029]+/gu

/** An underscore within a word is no markup. */
const markup = /[\\`*[\]<>|#~&$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** Text on one line that is nothing but text. */
export function markdownText(text: string): string {
  return text.replace(lineBreaking, ' ').replace(markup, '\\$&')
}

/** A code span whose fence is longer than any in it; on one line. */
export function markdownCode(text: string): string {
  const line = text.replace(lineBreaking, ' ')
  const fence = '`'.repeat(longestRun(line) + 1)
  const blank = fence.length > 1 || line.trim() === '' ? ' ' : ''
  return `${fence}${blank}${line}${blank}${fence}`
}

/** A code span in a cell of a table; one with a bar, which no code in a table says with all its backslashes, is text. */
export function markdownCodeCell(text: string): string {
  return text.includes('|') ? markdownText(text) : markdownCode(text)
}

/** A block of code in a language; no line of it ends the block. */
export function markdownBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text}\n${fence}\n`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}
