/** Directories of the host seen in the guest. libvirt manual, Filesystems. */
import type { Filesystem } from '../../../domain/index.ts'
import { saidBy } from '../../writing/beyond.ts'
import { type Build, find } from '../../writing/build.ts'
import { byHand, said } from '../../writing/decisions.ts'
import { bootSaid } from '../../writing/device-decisions.ts'
import { deviceSaid } from '../device-decisions.ts'
import { localShare, ninepDevice, virtiofsDevice } from './filesystem-properties.ts'
import { renderNinep } from './ninep.ts'
import { renderVirtiofs } from './virtiofs.ts'

const imageOnly = byHand('It is left out: file systems in images belong to containers.')
const limitOnly = byHand('It is left out: limits of space belong to containers. Set a quota on the host.')

export const filesystemSaid = saidBy<Filesystem>([localShare, ninepDevice, virtiofsDevice], {
  type: said,
  model: said,
  driver: { type: said, format: imageOnly },
  binary: {
    path: said,
    xattr: said,
    cache: said,
    sandbox: said,
    lock_posix: byHand('POSIX locks are left out: virtiofsd in Rust does not forward them.'),
    lock_flock: byHand('flock is left out: virtiofsd in Rust does not forward it.'),
    thread_pool: said,
    openfiles: said,
  },
  source: {
    file: imageOnly,
    dev: imageOnly,
    name: imageOnly,
    usage: imageOnly,
    units: imageOnly,
    socket: said,
  },
  space_hard_limit: limitOnly,
  space_soft_limit: limitOnly,
  idmap: { uid: { start: said, target: said, count: said }, gid: { start: said, target: said, count: said } },
  boot: bootSaid,
  ...deviceSaid,
})

export function renderFilesystems(build: Build): void {
  for (const [index, share] of (build.devices.filesystems ?? []).entries()) {
    const path = ['devices', 'filesystems', index]
    if (share.driver?.type === 'virtiofs' || share.source?.socket !== undefined)
      renderVirtiofs(build, share, index, path)
    else if ((share.type ?? 'mount') === 'mount') renderNinep(build, share, index, path)
    else
      find(
        build,
        'qemu.unsupported',
        [...path, 'type'],
        `A share of type ${share.type} is left out: QEMU shares directories.`,
      )
  }
}
