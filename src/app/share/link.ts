/** Links are only needed when one is made or received: import this file lazily. */
export { linkLimits, sensitiveThings } from '../../core/link/index.ts'
export { decodeDesignLink, encodeDesignLink } from '../../core/spec/design-link.ts'
