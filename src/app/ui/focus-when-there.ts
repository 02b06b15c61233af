/** Frames to wait for what is still being drawn or loaded. */
const mostFrames = 60

/**
 * Puts the focus on the first element that one of the selectors finds, the earlier ones before the later, as soon as
 * one is there. A later call takes the place of one that still waits.
 */
export function focusWhenThere(...selectors: readonly string[]): void {
  cancelAnimationFrame(waiting)
  let frame = 0
  const look = () => {
    frame += 1
    const found = selectors
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element?.checkVisibility() === true)
    // A dialog that closes gives the focus back in the frame after: that comes first.
    if (frame > 2 && found) found.focus()
    else if (frame < mostFrames) waiting = requestAnimationFrame(look)
  }
  waiting = requestAnimationFrame(look)
}

let waiting = 0
