/** Directories of the host seen in the guest. libvirt manual, Filesystems. */
import type { Filesystem } from '../../../domain/index.ts'
import { type Build, leftOut } from '../../build/index.ts'
import { bootDecisions, byHand, decisionsOf, written, writtenIn } from '../../decisions/index.ts'
import { deviceDecisions } from '../device-decisions.ts'
import { localShare, ninepDevice, virtiofsDevice } from './filesystem-properties.ts'
import { renderNinep } from './ninep.ts'
import { renderVirtiofs } from './virtiofs.ts'

const imageOnly = byHand('It is left out: file systems in images belong to containers.')
const limitOnly = byHand('It is left out: limits of space belong to containers. Set a quota on the host.')

export const filesystemDecisions = decisionsOf<Filesystem>([localShare, ninepDevice, virtiofsDevice], {
  type: written,
  model: written,
  driver: { type: written, format: imageOnly },
  binary: {
    ...writtenIn<NonNullable<Filesystem['binary']>>()('path xattr cache sandbox'),
    lock_posix: byHand('POSIX locks are left out: virtiofsd in Rust does not forward them.'),
    lock_flock: byHand('flock is left out: virtiofsd in Rust does not forward it.'),
    thread_pool: written,
    openfiles: written,
  },
  source: {
    file: imageOnly,
    dev: imageOnly,
    name: imageOnly,
    usage: imageOnly,
    units: imageOnly,
    socket: written,
  },
  space_hard_limit: limitOnly,
  space_soft_limit: limitOnly,
  idmap: {
    uid: { start: written, target: written, count: written },
    gid: { start: written, target: written, count: written },
  },
  boot: bootDecisions,
  ...deviceDecisions,
})

export function renderFilesystems(build: Build): void {
  for (const [index, share] of (build.devices.filesystems ?? []).entries()) {
    const path = ['devices', 'filesystems', index]
    if (share.driver?.type === 'virtiofs' || share.source?.socket !== undefined)
      renderVirtiofs(build, share, index, path)
    else if ((share.type ?? 'mount') === 'mount') renderNinep(build, share, index, path)
    else
      leftOut(build, [...path, 'type'], `A share of type ${share.type} is left out: QEMU shares directories.`)
  }
}
