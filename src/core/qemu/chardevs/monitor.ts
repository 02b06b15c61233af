/** Sockets to control the VM, and a file with the number of its process. */
import type { Path } from '../../finding.ts'
import { type Build, socketPath } from '../build/index.ts'
import { doubleCommas } from '../words/options.ts'
import { emit } from '../writing/index.ts'

export function renderMonitor(build: Build): void {
  const path: Path = []
  const socket = (name: string) => `unix:${doubleCommas(socketPath(build, name, path))},server=on,wait=off`
  emit(build, '-monitor', path, socket('monitor.sock'))
  emit(build, '-qmp', path, socket('qmp.sock'))
  emit(build, '-pidfile', path, `${build.stateDir}/qemu.pid`)
}
