/**
 * Texts as XML writes them. Some characters have no way into XML at all: `invalidXmlCharacter` finds them, the rule
 * `xml.character` speaks of them, and U+FFFD stands in their place, so that the rest of the document can be read.
 */

/** XML 1.0, production 2 (Char): with the u flag half a surrogate pair is outside as well. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const allForbidden = new RegExp(forbidden, 'gu')
const plainText = /^[\t\n\u0020-\u0025\u0027-\u003b=\u003f-\ud7ff\ue000-\ufffd]*$/
const plainAttribute = /^[\u0020-\u0025\u0028-\u003b=\u003f-\ud7ff\ue000-\ufffd]*$/

/** A text as the content of an element. A carriage return is written as a reference: a reader would make it a newline. */
export function escapeText(text: string): string {
  if (plainText.test(text)) return text
  return text
    .replace(allForbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/**
 * A text as the value of an attribute in single quotes. Newlines, tabs and carriage returns are written as
 * references: a reader would make them spaces.
 */
export function escapeAttribute(text: string): string {
  if (plainAttribute.test(text)) return text
  return text
    .replace(allForbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&apos;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')
}

/**
 * The index of the first character that XML 1.0 forbids, even as a reference (NUL and most control characters, half
 * a surrogate pair, U+FFFE and U+FFFF), in UTF-16 units; -1 when there is none.
 */
export function invalidXmlCharacter(text: string): number {
  return text.search(forbidden)
}
