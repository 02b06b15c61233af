/** Paths of Unix sockets. */
import type { Path } from '../../finding.ts'
import type { Build } from './build.ts'
import { report } from './report.ts'

/** sun_path of a Unix socket holds 108 bytes, the closing zero among them. */
const longestSocketPath = 107

/** A socket in the state directory of the VM. */
export function socketPath(build: Build, name: string, path: Path): string {
  const socket = `${build.stateDir}/${name}`
  checkSocketPath(build, socket, path)
  return socket
}

/** Linux refuses to bind a socket with a longer path. */
export function checkSocketPath(build: Build, socket: string, path: Path): void {
  if (socket.length <= longestSocketPath) return
  report(
    build,
    'qemu.text',
    path,
    `The socket path ${socket} is longer than the ${longestSocketPath} bytes that Linux takes. Use a shorter state directory or name.`,
  )
}
