/** An action is one object; buttons, menus and keys are fed from it. */
import type { IconName } from '../ui/index.ts'

export interface Action {
  readonly id: string
  /** In the imperative: 'Download my-vm.yml'. */
  readonly label: string
  readonly icon: IconName
  /** What it does or gives, where the label leaves that open. */
  readonly about?: string | undefined
  /** 'Mod+Shift+Z': Mod is Ctrl, and Command on a Mac. */
  readonly shortcut?: string | undefined
  /** Why it can't be done now; undefined when it can. */
  readonly when: () => string | undefined
  readonly perform: () => void
}

/** For what can always be done. */
export const always = (): undefined => undefined

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** True when a key event is the shortcut. */
export function isShortcut(shortcut: string, event: KeyboardEvent): boolean {
  const keys = shortcut.split('+')
  const key = keys.at(-1) ?? ''
  const mod = isMac ? event.metaKey : event.ctrlKey
  const otherMod = isMac ? event.ctrlKey : event.metaKey
  const isSymbol = key.length === 1 && !/[a-z]/i.test(key)
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === keys.includes('Mod') &&
    !otherMod &&
    !event.altKey &&
    (isSymbol || event.shiftKey === keys.includes('Shift'))
  )
}

/** As a person reads it: 'Ctrl+Shift+Z', '⇧⌘Z'. */
export function spellShortcut(shortcut: string): string {
  if (!isMac) return shortcut.replace('Mod', 'Ctrl')
  return shortcut.replace('Mod+Shift+', '⇧⌘').replace('Mod+', '⌘')
}
