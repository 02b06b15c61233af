/** Frames to wait for what is still being drawn or loaded. */
const mostFrames = 60

/**
 * Puts the focus on the first element that one of the selectors finds, the earlier ones before the later, as soon as
 * one is there and no dialog is. A later call takes the place of one that still waits.
 */
export function focusWhenThere(...selectors: readonly string[]): void {
  cancelAnimationFrame(waiting)
  let frame = 0
  // A dialog that closes gives the focus back in the frame after: that comes first.
  let free = 0
  const look = () => {
    frame += 1
    if (document.querySelector('[role="dialog"]') !== null) free = frame + 3
    const found = selectors
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element?.checkVisibility() === true)
    if (frame > free && found) found.focus()
    else if (frame < mostFrames) waiting = requestAnimationFrame(look)
  }
  look()
}

let waiting = 0
