/** How it is said why a part of a design does not go over. */
import type { Path, Severity } from '../finding.ts'
import type { Lack } from './lacks.ts'

export interface Reason {
  /** Places of the Domain, `*` for anything and `#` for an item of a list; a place stands for all below it. */
  readonly at: readonly string[]
  readonly message: string
  readonly byHand: string
  readonly severity?: Severity
  readonly inPart?: true
}

export const noWork = 'Nothing is to be done.'

/**
 * The lack for each place of the Domain that does not go over: what the first reason that stands for it says.
 *
 * @param other what is said where no reason stands for a place
 */
export function lacksBy(
  reasons: readonly Reason[],
  other: Omit<Reason, 'at'>,
): (path: Path, placeOf: (path: Path) => Path, isChanged?: boolean) => Lack {
  const parted = reasons.map((one) => ({ ...one, places: one.at.map((place) => place.split('.')) }))
  return (path, placeOf, isChanged = false) => {
    const { message, byHand, severity, inPart } =
      parted.find(({ places }) => places.some((place) => isBelow(path, place))) ?? other
    return {
      path: placeOf(path),
      message,
      byHand,
      ...(severity === undefined ? {} : { severity }),
      ...(inPart === true || isChanged ? { inPart: true } : {}),
    }
  }
}

function isBelow(path: Path, place: readonly string[]): boolean {
  return (
    path.length >= place.length &&
    place.every((one, index) => {
      const segment = path[index]
      return one === '*' || one === segment || (one === '#' && typeof segment === 'number')
    })
  )
}
