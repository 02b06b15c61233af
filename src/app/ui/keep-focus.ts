import { fieldPathOf, focusField } from './Field.tsx'

/** Frames in which the one control takes the place of the other. */
const mostFrames = 30

/** For a control that takes the place of a plain one that is drawn already: who stands in that is not thrown out. */
export function keepFocus(): void {
  const before = document.activeElement
  const path = fieldPathOf(before)
  if (before === null || path === undefined) return
  let frame = 0
  const look = () => {
    frame += 1
    if (before.isConnected) {
      if (frame < mostFrames && document.activeElement === before) requestAnimationFrame(look)
    } else if (document.activeElement === document.body) focusField(path)
  }
  requestAnimationFrame(look)
}
