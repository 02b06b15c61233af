/** Who owns what in a share: the id map of libvirt, read for people. libvirt manual, Filesystems, idmap. */
import type { Filesystem } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'

/** Ids that are next to each other in the guest and on the host. Both ends belong to it. */
export interface IdmapSegment {
  readonly guestStart: number
  readonly guestEnd: number
  readonly hostStart: number
  readonly hostEnd: number
  /** `user`: the id of the person on the host. `subids`: ids that the host has set aside. */
  readonly kind: 'user' | 'subids'
  /** "Guest ids 0 to 999 are 100000 to 100999 on the host." */
  readonly sentence: string
}

/** The bar of the page, once for users and once for groups. */
export interface IdmapSegments {
  /** In the order of the guest's ids. */
  readonly uids: readonly IdmapSegment[]
  readonly gids: readonly IdmapSegment[]
  /** What it comes to, in one sentence. */
  readonly sentence: string
}

type Idmap = NonNullable<Filesystem['idmap']>
type Range = NonNullable<Idmap['uid']>[number]

/**
 * The id map of one share, cut where the person's own id is.
 *
 * @param idmap `idmap` of a filesystem of the Domain; undefined when libvirt decides
 * @param user whose ids they are, from HostFacts; without it a range of a single id is taken for the person's own
 */
export function idmapSegments(idmap: Idmap | undefined, user: HostFacts['user']): IdmapSegments {
  const uids = segments(idmap?.uid, user?.uid)
  const gids = segments(idmap?.gid, user?.gid)
  return { uids, gids, sentence: summary(uids) }
}

function segments(ranges: readonly Range[] | undefined, own: number | undefined): IdmapSegment[] {
  return (ranges ?? [])
    .flatMap((range) => cut(range, own))
    .toSorted((one, other) => one.guestStart - other.guestStart)
}

function cut({ start, target, count }: Range, own: number | undefined): IdmapSegment[] {
  if (start === undefined || target === undefined || count === undefined || count < 1) return []
  if (own === undefined) return [segment(start, target, count, count === 1 ? 'user' : 'subids')]
  const before = own - target
  if (before < 0 || before >= count) return [segment(start, target, count, 'subids')]
  const after = count - before - 1
  return [
    ...(before > 0 ? [segment(start, target, before, 'subids')] : []),
    segment(start + before, own, 1, 'user'),
    ...(after > 0 ? [segment(start + before + 1, own + 1, after, 'subids')] : []),
  ]
}

function segment(
  guestStart: number,
  hostStart: number,
  count: number,
  kind: IdmapSegment['kind'],
): IdmapSegment {
  const guestEnd = guestStart + count - 1
  const hostEnd = hostStart + count - 1
  const sentence =
    kind === 'user'
      ? `Guest id ${guestStart} is you (${hostStart}) on the host.`
      : count === 1
        ? `Guest id ${guestStart} is ${hostStart} on the host.`
        : `Guest ids ${guestStart} to ${guestEnd} are ${hostStart} to ${hostEnd} on the host.`
  return { guestStart, guestEnd, hostStart, hostEnd, kind, sentence }
}

/** The first user that distributions make, and the administrator. */
const usersOfTheGuest: Readonly<Record<number, string>> = {
  0: 'root of the guest',
  1000: 'the guest’s first user (1000)',
}

function summary(uids: readonly IdmapSegment[]): string {
  if (uids.length === 0)
    return 'No id map is written: libvirt decides. In a session, files of the guest’s root are yours.'
  const own = uids.find((one) => one.kind === 'user')
  if (own === undefined)
    return 'No user of the guest is you: files that the guest writes belong to ids that the host has set aside.'
  const who = usersOfTheGuest[own.guestStart] ?? `the guest’s user ${own.guestStart}`
  return `Files of ${who} belong to you (${own.hostStart}).`
}
