/**
 * UTF-8 without TextEncoder, which is no part of the language and replaces what it can't read in silence.
 */

const replacementCharacter = 0xfffd

/** The UTF-8 bytes of a text. A lone surrogate, which UTF-8 can't say, becomes U+FFFD. */
export function utf8Encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const character of text) {
    let code = character.codePointAt(0) ?? replacementCharacter
    if (code >= 0xd800 && code <= 0xdfff) code = replacementCharacter
    if (code < 0x80) {
      bytes[length++] = code
    } else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6)
      bytes[length++] = 0x80 | (code & 0x3f)
    } else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12)
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f)
      bytes[length++] = 0x80 | (code & 0x3f)
    } else {
      bytes[length++] = 0xf0 | (code >> 18)
      bytes[length++] = 0x80 | ((code >> 12) & 0x3f)
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f)
      bytes[length++] = 0x80 | (code & 0x3f)
    }
  }
  return bytes.slice(0, length)
}

/**
 * The text of UTF-8 bytes, or undefined when they are not UTF-8 (Unicode 15, table 3-7: no overlong form, no
 * surrogate, nothing past U+10FFFF). A byte order mark is kept.
 */
export function utf8Decode(bytes: Uint8Array): string | undefined {
  let text = ''
  let index = 0
  while (index < bytes.length) {
    const first = bytes[index++] ?? 0
    if (first < 0x80) {
      text += String.fromCharCode(first)
      continue
    }
    const tail = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    if (first < 0xc2 || first > 0xf4) return undefined
    let code = first & (0x3f >> tail)
    for (let step = 0; step < tail; step++) {
      const next = bytes[index++] ?? 0
      if ((next & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (next & 0x3f)
    }
    const smallest = tail === 3 ? 0x10000 : tail === 2 ? 0x800 : 0x80
    if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    text += String.fromCodePoint(code)
  }
  return text
}
