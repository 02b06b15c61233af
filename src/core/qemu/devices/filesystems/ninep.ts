/** Shares by 9p: QEMU serves them itself. QEMU manual, -fsdev. */

import type { Filesystem } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, device, emit, find, idOf, virtioDevice, virtioOptions } from '../../build.ts'
import { options } from '../../options.ts'
import { placeOf } from '../../place.ts'

/** libvirt's words for who owns the files, and QEMU's. */
export const securityModels: Readonly<Record<NonNullable<Filesystem['accessmode']>, string>> = {
  passthrough: 'passthrough',
  mapped: 'mapped',
  squash: 'none',
}

export function renderNinep(build: Build, share: Filesystem, index: number, path: Path): void {
  const type = share.driver?.type ?? 'path'
  if (type !== 'path' && type !== '9p' && type !== 'handle') {
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'type'],
      `A share by ${type} is left out: use virtiofs or 9p.`,
    )
    return
  }
  if (type === 'handle')
    find(
      build,
      'qemu.differs',
      [...path, 'driver', 'type'],
      'QEMU shares by path: handle went away with QEMU 4.0.',
    )
  const id = idOf(build, share.alias, `fs${index}`, path)
  emit(
    build,
    '-fsdev',
    path,
    options('local', {
      security_model: securityModels[share.accessmode ?? 'passthrough'],
      multidevs: share.multidevs === 'default' ? undefined : share.multidevs,
      fmode: share.fmode,
      dmode: share.dmode,
      writeout: share.driver?.wrpolicy,
      id: `fsdev-${id}`,
      path: share.source?.dir,
      readonly: share.readonly === true ? true : undefined,
    }),
  )
  device(
    build,
    virtioDevice('9p', share.model, share.address),
    path,
    virtioOptions(share.driver),
    { id, fsdev: `fsdev-${id}`, mount_tag: share.target?.dir },
    placeOf(build, share),
  )
  for (const key of ['binary', 'idmap', 'boot'] as const)
    if (share[key] !== undefined)
      find(build, 'qemu.unsupported', [...path, key], `${key} is left out: it is for virtiofs, not 9p.`)
  if (share.driver?.queue !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'queue'],
      'queue is left out: it is for virtiofs, not 9p.',
    )
}
