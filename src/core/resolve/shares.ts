/** Shares: the memory that virtiofs needs, and who owns what. libvirt manual, Filesystems; Sharing files with Virtiofs. */
import type { Filesystem } from '../domain/index.ts'
import type { IdRange } from '../host/index.ts'
import { addDevice, type Draft, fillIn, note, origin } from './draft.ts'

export function resolveShares(draft: Draft): void {
  const shares = draft.libvirt.devices?.filesystems ?? []
  for (const [index, share] of shares.entries()) {
    const completed = withDefaults(draft, share)
    const path = addDevice(draft, 'filesystems', withIdMap(draft, completed, index), [
      'libvirt',
      'devices',
      'filesystems',
      index,
    ])
    if (share.accessmode === undefined && completed.accessmode !== undefined)
      note(
        draft,
        [...path, 'accessmode'],
        'access mode passthrough',
        'The only one that virtiofs knows.',
        `Set libvirt.devices.filesystems[${index}].accessmode.`,
      )
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
  resolveMemoryBacking(draft, shares.some(isVirtiofs))
}

function isVirtiofs(share: Filesystem): boolean {
  return share.driver?.type === 'virtiofs' || share.source?.socket !== undefined
}

function withDefaults(draft: Draft, share: Filesystem): Filesystem {
  const dir = share.source?.dir
  return {
    ...share,
    type: share.type ?? 'mount',
    ...(share.accessmode === undefined && isVirtiofs(share) && share.source?.socket === undefined
      ? { accessmode: 'passthrough' }
      : {}),
    ...(dir === undefined ? {} : { source: { ...share.source, dir: fillIn(draft, dir) } }),
  }
}

/** virtiofs: "'virtiofs' requires shared memory". Only what is missing is filled in; hugepages stay. */
function resolveMemoryBacking(draft: Draft, needed: boolean): void {
  const said = draft.libvirt.memory_backing
  if (said !== undefined) origin(draft, ['memory_backing'], ['libvirt', 'memory_backing'])
  if (!needed) {
    if (said !== undefined) draft.domain.memory_backing = said
    return
  }
  const path = ['memory_backing']
  draft.domain.memory_backing = {
    ...said,
    source: said?.source ?? { type: 'memfd' },
    access: said?.access ?? { mode: 'shared' },
  }
  if (said?.source === undefined)
    note(
      draft,
      [...path, 'source'],
      'memory from memfd',
      'virtiofsd has to see the guest’s memory.',
      'Set libvirt.memory_backing.source.',
    )
  if (said?.access === undefined)
    note(
      draft,
      [...path, 'access'],
      'shared memory',
      'virtiofsd has to see the guest’s memory.',
      'Set libvirt.memory_backing.access.',
    )
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
