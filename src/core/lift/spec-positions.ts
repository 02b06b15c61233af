/** Where the values of a lifted design stand in the XML that it was lifted from. */
import { domain as shape } from '../domain/index.ts'
import type { Path, Position } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { domainPathsOf, type Origin, resolve } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { locateXml } from '../table/index.ts'
import type { ReadDomain } from './read-domain.ts'

/** A part of a Domain, and where a text says it. */
export interface DomainPlace {
  readonly path: Path
  readonly position: Position
}

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

/**
 * The same for a text of which only some places are known, such as a command line: that of what is around the value.
 *
 * @param places none of them inside another one
 */
export function nearestPositions(
  places: readonly DomainPlace[],
  design: Design,
  host: HostFacts | undefined,
): (path: Path) => Position | undefined {
  let origins: readonly Origin[] | undefined
  return (path) => {
    origins ??= resolve(design, host).origins
    const [inDomain = []] = domainPathsOf(path, origins)
    const isAround = ({ path: around }: DomainPlace) =>
      around.every((segment, index) => segment === inDomain[index])
    return places.find(isAround)?.position
  }
}
