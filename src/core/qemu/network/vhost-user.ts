/** Networks that another process carries, over shared memory. libvirt manual, vhost-user interface. */
import type { Interface } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, checkSocketPath, report } from '../build/index.ts'
import { reconnectKey, reconnectSeconds } from '../chardevs/chardev.ts'
import { emitPairs } from '../writing/index.ts'
import { startPasst } from './passt.ts'
import { queuesOf } from './tap.ts'

/** @returns false when there is no socket for the card to be connected to */
export function renderVhostUser(build: Build, one: Interface, id: string, name: string, path: Path): boolean {
  const isPasst = one.backend?.type === 'passt'
  const socket = isPasst ? startPasst(build, one, name, path) : one.source?.path
  if (socket === undefined) {
    report(
      build,
      'qemu.text',
      [...path, 'source', 'path'],
      'A vhost-user network needs the socket of its process.',
      'warning',
    )
    return false
  }
  checkSocketPath(build, socket, path)
  const chardev = `char${name}`
  const isServer = !isPasst && one.source?.mode === 'server'
  emitPairs(
    build,
    '-chardev',
    path,
    'socket',
    { id: chardev, path: socket },
    // Without wait=off QEMU starts when the other process has connected: the card has to be agreed on by then.
    isServer ? { server: true } : reconnectKey(build, isPasst ? 5 : reconnectSeconds(one.source)),
  )
  const queues = queuesOf(one)
  emitPairs(build, '-netdev', path, 'vhost-user', { id, chardev, queues: queues > 1 ? queues : undefined })
  if (build.domain.memory_backing?.access?.mode !== 'shared')
    report(
      build,
      'qemu.host-setup',
      path,
      'The process reads the guest’s memory: say memory_backing.access.mode: shared, with source.type: memfd.',
    )
  return true
}
