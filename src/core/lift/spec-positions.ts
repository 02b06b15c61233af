/** Where the values of a lifted design stand in the XML that it was lifted from. */
import { domain as shape } from '../domain/index.ts'
import type { Path, Position } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { domainPathsOf, type Origin, resolve } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { locateXml } from '../table/index.ts'
import type { ReadDomain } from './read-domain.ts'

/**
 * A function that gives the place of a value of the design's spec: of the attribute or element that says it, or of what
 * is around it.
 *
 * @param design what `lift` made of the domain
 * @param host the host that it was lifted for
 */
export function specPositions(
  { element }: ReadDomain,
  design: Design,
  host: HostFacts | undefined,
): (path: Path) => Position {
  let origins: readonly Origin[] | undefined
  return (path) => {
    origins ??= resolve(design, host).origins
    return locateXml(shape, element, domainPathsOf(path, origins)[0] ?? [])
  }
}
