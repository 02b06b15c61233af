/** Shares: the memory that virtiofs needs, and who owns what. libvirt manual, Filesystems; Sharing files with Virtiofs. */
import type { Filesystem } from '../domain/index.ts'
import type { IdRange } from '../host/index.ts'
import { memoryBackingDefaults } from './defaults.ts'
import { addDevice, type Draft, fillIn, note, origin } from './draft.ts'
import { fill, filled } from './fill.ts'
import { isVirtiofs } from './virtiofs.ts'

export function resolveShares(draft: Draft): void {
  const shares = draft.libvirt.devices?.filesystems ?? []
  for (const [index, share] of shares.entries()) {
    const completed = withPath(draft, filled(draft, 'filesystems', share, index))
    const path = addDevice(draft, 'filesystems', withIdMap(draft, completed, index), [
      'libvirt',
      'devices',
      'filesystems',
      index,
    ])
    if (
      share.idmap === undefined &&
      completed.driver?.type === 'virtiofs' &&
      draft.devices.filesystems?.[index]?.idmap
    )
      note(
        draft,
        [...path, 'idmap'],
        'an id map',
        'Files that the guest’s first user writes belong to you.',
        `Set libvirt.devices.filesystems[${index}].idmap.`,
      )
  }
  const said = draft.libvirt.memory_backing
  if (said !== undefined) {
    origin(draft, ['memory_backing'], ['libvirt', 'memory_backing'])
    draft.domain.memory_backing = said
  }
  fill(draft, memoryBackingDefaults)
}

function withPath(draft: Draft, share: Filesystem): Filesystem {
  const dir = share.source?.dir
  return dir === undefined ? share : { ...share, source: { ...share.source, dir: fillIn(draft, dir) } }
}

/** The first user that distributions make. */
const guestUser = 1000

function withIdMap(draft: Draft, share: Filesystem, index: number): Filesystem {
  if (!isVirtiofs(share) || share.source?.socket !== undefined) return share
  if (share.idmap !== undefined || (share.accessmode ?? 'passthrough') !== 'passthrough') return share
  const { user, connection } = draft.host
  // Root's virtiofsd (1.13) refuses to map ids; what the guest's users write has their numbers on the host then.
  if (connection === 'system') return share
  const uid = idMap(user?.uid, user?.subuid)
  const gid = idMap(user?.gid, user?.subgid)
  if (!uid || !gid) return share
  origin(draft, ['devices', 'filesystems', index, 'idmap'], ['libvirt', 'devices', 'filesystems', index])
  return { ...share, idmap: { uid, gid } }
}

/** 0..999 to the subordinate ids, 1000 to the host's user, 1001 and up to the rest of the subordinate ids. */
function idMap(hostId: number | undefined, sub: IdRange | undefined) {
  if (hostId === undefined || sub === undefined || sub.count <= guestUser) return undefined
  const rest = sub.count - guestUser
  return [
    { start: 0, target: sub.start, count: guestUser },
    { start: guestUser, target: hostId, count: 1 },
    { start: guestUser + 1, target: sub.start + guestUser, count: rest },
  ]
}
