/** What a design from a stranger is looked at for before it is taken. */

export { hostReach } from './host-reach.ts'
export type { HostReach, HostReachKind } from './reach.ts'
export { reviewFindings } from './review-findings.ts'
