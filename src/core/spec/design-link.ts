/** A design as the fragment of a link, and back. */
import { decodeLink, encodeLink } from '../link/index.ts'
import { designFromPlain, type ReadDesign } from './design-plain.ts'
import type { Design } from './vm-spec.ts'
import { designToPlain } from './write-spec.ts'

/**
 * The fragment of a link that holds a design, without `#`; defaults are left out. May be longer than
 * `linkLimits.characters`: then it can't be read again, so compare before it is shared.
 */
export function encodeDesignLink(design: Design): string {
  return encodeLink(designToPlain(design))
}

/**
 * The design of a link: the fragment, with or without `#`, or the whole address. Comes from anyone, so everything is
 * checked; see `decodeLink` for what is refused, and `designFromPlain` for what is wrong within it.
 */
export function decodeDesignLink(text: string): ReadDesign {
  const { value, findings } = decodeLink(text)
  return findings.length > 0 ? { findings } : designFromPlain(value)
}
