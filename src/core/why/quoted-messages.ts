/** The messages that the rules quote as their sources: read out of there, so that they stand in one place. */
import type { Speaker } from './cause.ts'

export interface QuotedMessage {
  readonly by: Speaker
  /** The pattern: as `messagePattern` takes it. */
  readonly says: string
  /** What stands in the quotation where the pattern has `{}`: a message with the same words is meant rather than another. */
  readonly example: readonly string[]
}

/** What a rule’s `source` quotes in double quotation marks, with all that varies as `{}`. */
export function quotedMessages(source: string): QuotedMessage[] {
  const found: QuotedMessage[] = []
  let by: Speaker | undefined
  for (const { text, isQuoted } of quotations(source)) {
    if (!isQuoted) by = speakerOf(text) ?? by
    else if (by !== undefined) {
      const message = generalised(text)
      if (message !== undefined) found.push({ by, ...message })
    }
  }
  return found
}

/** The last program that is named before a quotation; what our own notes say is no message. */
function speakerOf(text: string): Speaker | undefined {
  let last = -1
  let speaker: Speaker | undefined
  for (const [name, by] of speakers) {
    const at = text.lastIndexOf(name)
    if (at > last) {
      last = at
      speaker = by
    }
  }
  return speaker
}

const speakers: readonly (readonly [string, Speaker | undefined])[] = [
  ['libvirt', 'libvirt'],
  ['QEMU', 'QEMU'],
  ['passt', 'passt'],
  ['qemu-bridge-helper', 'qemu-bridge-helper'],
  ['rules.md', undefined],
]

/** The text in pieces. A quotation may hold one: what follows a letter ends, what comes before one begins. */
function quotations(source: string): { readonly text: string; readonly isQuoted: boolean }[] {
  const pieces: { text: string; isQuoted: boolean }[] = []
  let depth = 0
  let from = 0
  const end = (to: number, isQuoted: boolean) => {
    if (to > from) pieces.push({ text: source.slice(from, to), isQuoted })
  }
  for (let at = source.indexOf('"'); at >= 0; at = source.indexOf('"', at + 1)) {
    const opens = (at === 0 || ' ('.includes(source.charAt(at - 1))) && source.charAt(at + 1) !== ' '
    if (opens) {
      if (depth === 0) {
        end(at, false)
        from = at + 1
      }
      depth += 1
    } else if (depth > 0) {
      depth -= 1
      if (depth === 0) {
        end(at, true)
        from = at + 1
      }
    }
  }
  end(source.length, false)
  return pieces
}

/** What differs from message to message: words in quotation marks, numbers, addresses, what is left out. */
const varies =
  /(?<![A-Za-z0-9])'[^']{1,80}'(?![A-Za-z])|"[^"]{1,80}"|…|%s|\b[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\b|\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b|\b[0-9a-f]{2,4}:[0-9a-f]{4}\b|\b0x[0-9a-fA-F]+\b|(?<![A-Za-z0-9_.])\d+(?:\.\d+)*(?![A-Za-z0-9_])/g

/** Fewer fixed characters would be found in anything. */
export const leastWeight = 12

function generalised(
  words: string,
): { readonly says: string; readonly example: readonly string[] } | undefined {
  // With so much left out it tells of a message, and quotes none.
  if (words.split('…').length > 2) return undefined
  const example: string[] = []
  const says = words.replaceAll(varies, (part) => {
    const sign = part.charAt(0)
    const isQuoted = sign === "'" || sign === '"'
    const inner = isQuoted ? part.slice(1, -1) : part
    example.push(inner === '…' || inner === '%s' ? '' : inner)
    return isQuoted ? `${sign}{}${sign}` : '{}'
  })
  const fixed = says.replaceAll(/\{\}|\s/g, '')
  if (fixed.length < leastWeight) return undefined
  const merged = says.replaceAll(/\{\}(?: \{\})+/g, '{}')
  return merged === says ? { says, example } : { says: merged, example: [] }
}
