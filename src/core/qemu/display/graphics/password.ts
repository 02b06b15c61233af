import type { Path } from '../../../finding.ts'
import { type Build, report } from '../../build/index.ts'
import { object } from '../../writing/index.ts'
import type { Graphics } from './graphics-decisions.ts'

/**
 * The `-object secret` of a display's password: a command line can be read by everybody on the host, so QEMU reads a
 * file. libvirt says it through the monitor.
 *
 * @returns the id of the object; undefined when there is no password
 */
export function passwordSecret(
  build: Build,
  { passwd, type }: Graphics,
  index: number,
  path: Path,
): string | undefined {
  if (passwd === undefined) return undefined
  const id = `graphics${index}-password`
  const file = `${build.stateDir}/${id}`
  const at = [...path, 'passwd']
  object(build, 'secret', at, { id, file })
  build.secrets.push({
    name: `password of ${type === 'spice' ? 'SPICE' : 'VNC'}`,
    file,
    text: passwd,
    path: at,
  })
  report(
    build,
    'qemu.secret',
    at,
    `QEMU reads the password from ${file}: the script writes it for the start, readable by you alone. Without the script write it yourself.`,
  )
  return id
}
