/** A design in the fragment of a link, which no server sees. */

export type { DecodedLink } from './decode-link.ts'
export { decodeLink } from './decode-link.ts'
export { encodeLink } from './encode-link.ts'
export { linkLimits } from './limits.ts'
export type { SensitiveThing } from './sensitive-things.ts'
export { isSecret, sensitiveThings } from './sensitive-things.ts'
