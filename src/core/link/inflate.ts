import { Inflate } from 'fflate'
import { dictionaryV1 } from './dictionary-v1.ts'
import { linkLimits } from './limits.ts'

/** So much is inflated between two looks at the count: deflate makes at most 1032 bytes of one. */
const chunkBytes = 64

/** Inflated bytes, or why there are none. */
export type Inflated = { readonly bytes: Uint8Array } | { readonly refused: 'broken' | 'too-large' }

/** Inflates the bytes of a `v1` link, and stops as soon as more comes out than a link may hold. */
export function inflateCounted(deflated: Uint8Array): Inflated {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate({ dictionary: dictionaryV1 }, (chunk) => {
    chunks.push(chunk)
    length += chunk.length
  })
  try {
    for (let start = 0; start < deflated.length; start += chunkBytes) {
      const end = start + chunkBytes
      stream.push(deflated.slice(start, end), end >= deflated.length)
      if (length > linkLimits.bytes) return { refused: 'too-large' }
    }
  } catch {
    return { refused: 'broken' }
  }
  const bytes = new Uint8Array(length)
  let filled = 0
  for (const chunk of chunks) {
    bytes.set(chunk, filled)
    filled += chunk.length
  }
  return { bytes }
}
