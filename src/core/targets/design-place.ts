/** Where the design says what the Domain says. */
import type { Path } from '../finding.ts'
import { startsWith, valueAt } from '../path.ts'
import { madeDeviceAt, type Resolved } from '../resolve/index.ts'
import { specPath } from '../rules/index.ts'

/**
 * The place of the design for each place of the Domain: as findings have it, and for a device that resolve makes the
 * author's further words on it, where it is one of them.
 */
export function designPlace(resolved: Resolved): (path: Path) => Path {
  const made = resolved.origins.filter(
    ({ domain, spec }) => domain.length > 0 && spec.length === 2 && madeDeviceAt(spec) !== undefined,
  )
  return (path) => {
    const origin = made.find(({ domain }) => startsWith(path, domain))
    const own = origin && [...origin.spec, ...path.slice(origin.domain.length)]
    return own !== undefined && valueAt(resolved.design.spec, own) !== undefined
      ? own
      : specPath(resolved, path)
  }
}
