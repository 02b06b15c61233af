/** `-vnc`. QEMU manual, Invocation, Display options. */

import { firstPort, type Ports } from '../../../complete/index.ts'
import type { Path } from '../../../finding.ts'
import { isPortAutomatic } from '../../../guide/index.ts'
import { type Build, report } from '../../build/index.ts'
import { emitPairs } from '../../writing/index.ts'
import { audiodevOf } from '../sound/audio-names.ts'
import type { Graphics } from './graphics-decisions.ts'
import { type Listen, listenOf, reportChosenPort, reportNoListener } from './listen.ts'
import { passwordSecret } from './password.ts'

export function renderVnc(
  build: Build,
  one: Graphics,
  ports: Ports | undefined,
  index: number,
  path: Path,
): void {
  const listen = listenOf(build, one, 'vnc.sock', path)
  const secret = passwordSecret(build, one, index, path)
  const where = placeOf(build, one, listen, ports?.port ?? firstPort, path)
  if (one.websocket !== undefined && listen.kind !== 'address')
    report(build, 'qemu.differs', [...path, 'websocket'], 'The WebSocket is left out: it needs an address.')
  // A path may have an equals sign in it, so that a socket is said with its key.
  const isSocket = listen.kind === 'socket'
  emitPairs(build, '-vnc', path, isSocket ? '' : where, {
    vnc: isSocket ? where : undefined,
    websocket: listen.kind === 'address' ? ports?.websocket : undefined,
    share: one.share_policy,
    'password-secret': secret,
    'power-control': one.power_control,
    audiodev: audiodevOf(build, one.audio),
  })
}

function placeOf(build: Build, one: Graphics, listen: Listen, port: number, path: Path): string {
  if (listen.kind === 'socket') return `unix:${listen.socket}`
  if (listen.kind === 'none') {
    reportNoListener(build, [...path, 'listen', 0], 'VNC')
    return 'none'
  }
  if (isPortAutomatic(one)) reportChosenPort(build, one, port, path)
  if (port < firstPort)
    report(
      build,
      'qemu.text',
      [...path, 'port'],
      `QEMU counts VNC ports from ${firstPort}: ${port} is below.`,
    )
  const address = listen.address.includes(':') ? `[${listen.address}]` : listen.address
  return `${address}:${Math.max(0, port - firstPort)}`
}
