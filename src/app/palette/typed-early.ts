/** What is typed for the palette before it is there. */

let typed = ''
let isEntered = false
let stop: (() => void) | undefined

/** Ends it, and tells what was typed, and whether Enter was pressed behind it. */
export function takeTyped(): { readonly words: string; readonly isEntered: boolean } {
  stopTyping()
  const taken = { words: typed, isEntered }
  typed = ''
  isEntered = false
  return taken
}

/**
 * Keeps what is typed from now on.
 *
 * @param onEscape is called when the palette is not wanted after all
 */
export function keepTyping(onEscape: () => void): void {
  if (stop !== undefined) return
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Escape') {
      takeTyped()
      onEscape()
    } else if (event.key === 'Enter') isEntered = typed !== ''
    else if (event.key === 'Backspace') typed = [...typed].slice(0, -1).join('')
    else if ([...event.key].length === 1) typed += event.key
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('keydown', onKeyDown, { capture: true })
  stop = () => removeEventListener('keydown', onKeyDown, { capture: true })
}

/** Keys are those of the page again; what was typed stays for the palette. */
export function stopTyping(): void {
  stop?.()
  stop = undefined
}
