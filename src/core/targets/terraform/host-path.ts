/** Paths of the host that are told from the home of whoever runs Terraform. */
import { domain as elements } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { shapeAt, type TreeText } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'

/** Whether a text of the Domain is a path of the host that begins with `~/`. */
export function isBelowHome({ text, path }: TreeText): boolean {
  return text.startsWith('~/') && (path.at(-1) === 'file' || isHostPath(path))
}

/** Whether a place of the Domain is for a path of the host. */
function isHostPath(path: Path): boolean {
  const key = path.at(-1)
  const shape = shapeAt(elements, path.slice(0, -1))
  if (typeof key !== 'string' || shape === undefined) return false
  const found = ownValue(shape, key)
  return found !== undefined && 'scalar' in found && found.scalar.isHostPath === true
}
