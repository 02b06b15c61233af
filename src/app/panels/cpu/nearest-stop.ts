/** Where an arrow leads among boxes that are not in a table: to the nearest one above or below. */

/** Where a box is, in any unit. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * The box above or below another: of those in the nearest row, the one whose middle is nearest.
 *
 * @returns its index; undefined when there is none
 */
export function nearestStop(boxes: readonly Box[], from: Box, way: 'up' | 'down'): number | undefined {
  const middle = middleOf(from)
  const gapOf = (box: Box) => (way === 'up' ? from.top - box.bottom : box.top - from.bottom)
  let best: { readonly index: number; readonly gap: number; readonly aside: number } | undefined
  for (const [index, box] of boxes.entries()) {
    const gap = gapOf(box)
    // Boxes of one row may overlap by the width of a border.
    if (gap < -1) continue
    const aside = Math.abs(middleOf(box) - middle)
    if (best === undefined || gap < best.gap - 2 || (gap <= best.gap + 2 && aside < best.aside))
      best = { index, gap, aside }
  }
  return best?.index
}

function middleOf({ left, right }: Box): number {
  return (left + right) / 2
}
