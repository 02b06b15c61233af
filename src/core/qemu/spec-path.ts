import type { Path } from '../finding.ts'
import type { Origin } from '../resolve/index.ts'

/** The spec path that a place of the Domain comes from: that of the nearest origin around it. */
export function specPath(path: Path, origins: readonly Origin[]): Path {
  let nearest: Origin | undefined
  for (const origin of origins)
    if (
      (nearest === undefined || origin.domain.length > nearest.domain.length) &&
      startsWith(path, origin.domain)
    )
      nearest = origin
  if (nearest === undefined) return path.length === 0 ? path : ['libvirt', ...path]
  return [...nearest.spec, ...path.slice(nearest.domain.length)]
}

function startsWith(path: Path, start: Path): boolean {
  return path.length >= start.length && start.every((segment, index) => segment === path[index])
}
