/** One field of a line of /etc/fstab. */
import { utf8Encode } from '../utf8.ts'

/** fstab(5): white space is written in octal; getmntent(3) adds the backslash, and `#` would begin a comment. */
export function fstabField(text: string): string {
  return text.replace(/[\s\\#\p{Cc}]/gu, octalBytes)
}

function octalBytes(character: string): string {
  return [...utf8Encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}
