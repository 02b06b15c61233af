/** Links are only needed when one is made or received: import this file lazily. */
export { linkLimits, sensitiveThings } from '../../core/link/index.ts'
export { decodeSetLink, encodeSetLink } from '../../core/set/set-link.ts'
export { encodeDesignLink } from '../../core/spec/design-link.ts'
