import { type ReactElement, Suspense, useId, useMemo, useRef, useState } from 'react'
import { ButtonContext, type ButtonProps } from 'react-aria-components/Button'
import type { ContextValue } from 'react-aria-components/slots'
import { loadable } from '../load/loadable.tsx'
import type { MenuEntry } from './MenuPopup.tsx'
import './select.css'
import './menu.css'

export interface MenuProps {
  /** The menu's name for a screen reader. */
  readonly label: string
  /** Stands above the entries where the button shows no word of what they do. */
  readonly heading?: string | undefined
  readonly entries: readonly MenuEntry[]
  readonly onAction: (id: string) => void
  /** What opens it: a Button (say `opens`) or an IconButton. */
  readonly children: ReactElement
}

/** Lists and what they stand in are a tenth of what the page would load at first. */
const loadPopup = async () => (await import('./MenuPopup.tsx')).MenuPopup
const MenuPopup = loadable(loadPopup)

/** Once somebody is about to open it. Whatever goes wrong is said when it is opened. */
const prepare = () => void loadPopup().catch(() => undefined)

/** A button that opens a list of actions. */
export function Menu({ label, heading, entries, onAction, children }: MenuProps) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  /** Where the focus goes; undefined until it is opened for the first time. */
  const [focus, setFocus] = useState<'first' | 'last' | true>()
  // The same as long as it is closed or open: the button is drawn anew for another one.
  const ofButton = useMemo((): ContextValue<ButtonProps, HTMLButtonElement> => {
    const open = (first: 'first' | 'last' | true) => {
      // It has it back when the menu is closed.
      trigger.current?.focus()
      setFocus(first)
      setIsOpen(true)
    }
    return {
      ref: trigger,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      ...(isOpen && { 'aria-controls': id }),
      onHoverStart: prepare,
      onFocus: prepare,
      onKeyDown: (event) => {
        if (event.key === 'ArrowDown') open('first')
        else if (event.key === 'ArrowUp') open('last')
        // A key of the page.
        else event.continuePropagation()
      },
      // As the menus of the system: under a mouse at once, under a finger when it is lifted.
      onPressStart: ({ pointerType }) => {
        if (pointerType === 'mouse' || pointerType === 'pen') open(true)
        else if (pointerType === 'virtual') open('first')
      },
      onPress: ({ pointerType }) => {
        if (pointerType === 'touch') open(true)
        else if (pointerType === 'keyboard') open('first')
      },
    }
  }, [id, isOpen])
  return (
    <>
      <ButtonContext value={ofButton}>{children}</ButtonContext>
      {focus !== undefined && (
        <Suspense>
          <MenuPopup
            label={label}
            heading={heading}
            entries={entries}
            onAction={onAction}
            id={id}
            trigger={trigger}
            isOpen={isOpen}
            focus={focus}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
