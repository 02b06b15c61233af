/** Where a display listens. libvirt manual, Graphical framebuffers, listen. */
import type { Path } from '../../../finding.ts'
import { type Build, checkSocketPath, leftOut, report, socketPath } from '../../build/index.ts'
import type { Graphics } from './graphics-decisions.ts'

export type Listen =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'socket'; readonly socket: string }
  | { readonly kind: 'none' }

/** @param socketName the socket in the state directory that stands for one without a path */
export function listenOf(build: Build, one: Graphics, socketName: string, path: Path): Listen {
  if ((one.listen?.length ?? 0) > 1)
    leftOut(build, [...path, 'listen', 1], 'QEMU listens at one place: the first is taken.')
  const first = one.listen?.[0]
  const type = first?.type ?? (first?.socket === undefined ? 'address' : 'socket')
  if (first === undefined && one.socket !== undefined) {
    checkSocketPath(build, one.socket, path)
    return { kind: 'socket', socket: one.socket }
  }
  if (first !== undefined && type === 'none') return { kind: 'none' }
  if (first !== undefined && type === 'socket') {
    if (first.socket === undefined) return { kind: 'socket', socket: socketPath(build, socketName, path) }
    checkSocketPath(build, first.socket, path)
    return { kind: 'socket', socket: first.socket }
  }
  const address = first?.address ?? one.listen_address
  if (type === 'network' && address === undefined)
    report(
      build,
      'qemu.differs',
      [...path, 'listen', 0],
      `QEMU does not know libvirt’s networks: it listens on 127.0.0.1. Say the address of ${first?.network ?? 'the network'}.`,
    )
  return { kind: 'address', address: address ?? '127.0.0.1' }
}

/** A port that libvirt picks at the start, which a fixed command line can't. */
export function reportChosenPort(build: Build, one: Graphics, port: number, path: Path): void {
  report(
    build,
    'qemu.differs',
    [...path, one.port === undefined ? 'type' : 'port'],
    `The port is ${port}: libvirt would pick a free one. Say another when it is taken.`,
  )
}

/** libvirt hands its viewers a connection through its own socket, where QEMU listens nowhere. */
export function reportNoListener(build: Build, path: Path, name: string): void {
  report(
    build,
    'qemu.differs',
    path,
    `${name} listens nowhere: under libvirt a viewer gets in through libvirt itself. Say a listen of type socket, or hand a connection in by add_client in the QEMU monitor.`,
  )
}
