/** Frames to wait for what is still being drawn or loaded. */
const mostFrames = 60
/** Frames that the first selector has alone: what it finds may have been asked for just now. */
const patience = 6

/**
 * Puts the focus on what the first selector finds, as soon as it is there and no dialog is; when it stays away, on what
 * another one finds. A later call takes the place of one that still waits.
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
      .slice(0, frame > patience ? undefined : 1)
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element?.checkVisibility() === true)
    if (frame > free && found) found.focus()
    else if (frame < mostFrames) waiting = requestAnimationFrame(look)
  }
  look()
}

let waiting = 0
