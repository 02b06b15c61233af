/** Texts inside of texts: base64 as cloud-init's write_files and PowerShell have it. */
import { base64urlDecode, utf8Decode } from '../text/index.ts'

/** Shorter ones hold no secret that a form could tell. */
const encodedRun = /(?<![\w+/=-])[A-Za-z0-9+/]{24,200000}={0,2}/g

/** The runs of base64 that hold a text; what only looks like base64 is none once decoded. */
export function* base64Texts(
  text: string,
): Generator<{ readonly encoded: string; readonly decoded: string; readonly at: number }> {
  for (const match of text.matchAll(encodedRun)) {
    const [encoded] = match
    const digits = encoded.replaceAll('=', '')
    // A line of several ends where it likes.
    const whole = encoded.endsWith('=') ? digits : digits.slice(0, digits.length - (digits.length % 4))
    const bytes = base64urlDecode(whole.replaceAll('+', '-').replaceAll('/', '_'))
    const decoded = bytes === undefined ? undefined : textOf(bytes)
    if (decoded !== undefined) yield { encoded, decoded, at: match.index }
  }
}

/** UTF-8, or the UTF-16 of Windows. */
function textOf(bytes: Uint8Array): string | undefined {
  const isWide = bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0
  const text = utf8Decode(isWide ? bytes.filter((_, index) => index % 2 === 0) : bytes)
  return text === undefined || hasControls(text) ? undefined : text
}

function hasControls(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true
  }
  return false
}
