import { deflateSync } from 'fflate'
import { base64urlEncode, utf8Encode } from '../text/index.ts'
import { checksum } from './checksum.ts'
import { dictionaryV1 } from './dictionary-v1.ts'

/**
 * A plain value as the fragment of a link, without `#`: `v1.<check>.<base64url of deflated JSON>`. Keys keep their
 * order; the same value gives the same text. Leave the defaults out of the value to keep the link short. The text
 * may be longer than `linkLimits.characters`: then `decodeLink` refuses it, so compare before it is shared.
 */
export function encodeLink(value: unknown): string {
  const json = JSON.stringify(value ?? null)
  const bytes = deflateSync(utf8Encode(json), { level: 9, dictionary: dictionaryV1 })
  return `v1.${checksum(bytes)}.${base64urlEncode(bytes)}`
}
