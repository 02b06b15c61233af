import { type Action, isShortcut } from './action.ts'
import { redo, undo, withKeys } from './actions.ts'

/** Performs the action whose key is pressed. */
export function followKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return
    const action = withKeys.find(({ shortcut }) => shortcut !== undefined && isShortcut(shortcut, event))
    if (action === undefined || belongsToText(action, event.target)) return
    event.preventDefault()
    if (action.when() === undefined) action.perform()
  }
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}

const writable =
  'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], [role="textbox"]'

/**
 * A key that the text being written has its own use for: every printed one; undo and redo outside of a field of the
 * design, as in the search, where the browser undoes what was typed.
 */
function belongsToText({ id, shortcut }: Action, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !target.matches(writable)) return false
  if (shortcut?.length === 1) return true
  const isHistory = id.startsWith(undo.id) || id.startsWith(redo.id)
  return isHistory && target.closest('[data-path]') === null
}
