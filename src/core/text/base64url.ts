/** Base64 with the alphabet that needs no escaping in a URL, without padding (RFC 4648, section 5). */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const valueOfCode = new Int8Array(128).fill(-1)
for (let value = 0; value < alphabet.length; value++) valueOfCode[alphabet.charCodeAt(value)] = value

/** Bytes as base64url text. */
export function base64urlEncode(bytes: Uint8Array): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += alphabet.charAt((pending >> bits) & 0x3f)
    }
  }
  if (bits > 0) text += alphabet.charAt((pending << (6 - bits)) & 0x3f)
  return text
}

/** Bytes as ordinary base64 with padding (RFC 4648, section 4). */
export function base64Encode(bytes: Uint8Array): string {
  const text = base64urlEncode(bytes).replaceAll('-', '+').replaceAll('_', '/')
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/**
 * The bytes of base64url text. Undefined for a foreign character, a length that no bytes give, and left-over bits
 * that are not zero: each sequence of bytes has exactly one text.
 */
export function base64urlDecode(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let length = 0
  let pending = 0
  let bits = 0
  for (let index = 0; index < text.length; index++) {
    const value = valueOfCode[text.charCodeAt(index)] ?? -1
    if (value < 0) return undefined
    pending = ((pending << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = (pending >> bits) & 0xff
    }
  }
  return (pending & ((1 << bits) - 1)) === 0 ? bytes : undefined
}
