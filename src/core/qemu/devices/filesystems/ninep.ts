/** Shares by 9p: QEMU serves them itself. QEMU manual, -fsdev. */
import type { Filesystem } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, idOf, leftOut, report } from '../../build/index.ts'
import { emitPairs, placedDevice, propertyPairs, virtioDevice } from '../../writing/index.ts'
import { localShare, ninepDevice } from './filesystem-properties.ts'

export function renderNinep(build: Build, share: Filesystem, index: number, path: Path): void {
  const type = share.driver?.type ?? 'path'
  if (type !== 'path' && type !== '9p' && type !== 'handle') {
    leftOut(build, [...path, 'driver', 'type'], `A share by ${type} is left out: use virtiofs or 9p.`)
    return
  }
  if (type === 'handle')
    report(
      build,
      'qemu.differs',
      [...path, 'driver', 'type'],
      'QEMU shares by path: handle went away with QEMU 4.0.',
    )
  const id = idOf(build, share.alias, `fs${index}`, path)
  emitPairs(
    build,
    '-fsdev',
    path,
    'local',
    propertyPairs(build, localShare, share, path, { id: `fsdev-${id}` }),
  )
  placedDevice(build, virtioDevice('9p', share.model, share.address), path, ninepDevice, share, {
    id,
    fsdev: `fsdev-${id}`,
  })
  for (const key of ['binary', 'idmap', 'boot'] as const)
    if (share[key] !== undefined)
      leftOut(build, [...path, key], `${key} is left out: it is for virtiofs, not 9p.`)
  if (share.driver?.queue !== undefined)
    leftOut(build, [...path, 'driver', 'queue'], 'queue is left out: it is for virtiofs, not 9p.')
}
