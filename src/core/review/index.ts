/** What a design from a stranger is looked at for before it is taken. */
export { type HostReach, type HostReachKind, hostReach } from './host-reach.ts'
