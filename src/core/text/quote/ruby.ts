/** Texts in Ruby. The Ruby Language Reference, Literals, Double-Quoted String Literals. */

/** A text in double quotes, on one line: nothing in it is put in or run. Half of a surrogate pair is U+FFFD. */
export function rubyText(text: string): string {
  return `"${text.toWellFormed().replace(/["\\#]|[\p{Cc}\u2028\u2029]/gu, escaped)}"`
}

function escaped(found: string): string {
  if (found === '"' || found === '\\' || found === '#') return `\\${found}`
  return `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`
}
