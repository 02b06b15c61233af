import type { RefObject } from 'react'
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Icon, type IconName } from './Icon.tsx'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly description?: string | undefined
  readonly icon?: IconName | undefined
  /** Shown at the end: 'Ctrl+Z'. */
  readonly shortcut?: string | undefined
  readonly disabledReason?: string | undefined
  readonly danger?: boolean | undefined
}

export interface MenuPopupProps {
  readonly label: string
  readonly heading: string | undefined
  readonly entries: readonly MenuEntry[]
  readonly onAction: (id: string) => void
  /** Of the list itself. */
  readonly id: string
  /** The button that it belongs to: it stands below it, and gives the focus back to it. */
  readonly trigger: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  /** Which entry has the focus first; true for the list itself. */
  readonly focus: 'first' | 'last' | true
  readonly onClose: () => void
}

/** What a menu opens. Loaded by itself: a page that nobody has pressed a button of needs none. */
export function MenuPopup(props: MenuPopupProps) {
  const { label, heading, entries, onAction, id, trigger, isOpen, focus, onClose } = props
  return (
    <Popover
      className="popover menu"
      trigger="MenuTrigger"
      offset={4}
      placement="bottom start"
      aria-label={label}
      triggerRef={trigger}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      {heading !== undefined && (
        <p className="menu__heading" aria-hidden="true">
          {heading}
        </p>
      )}
      <AriaMenu
        className="options"
        id={id}
        aria-label={label}
        autoFocus={focus}
        onClose={onClose}
        onAction={(key) => onAction(String(key))}
      >
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            className={
              entry.danger === true ? 'option menu__entry menu__entry--danger' : 'option menu__entry'
            }
            textValue={entry.label}
            isDisabled={entry.disabledReason !== undefined}
          >
            {entry.icon !== undefined && <Icon name={entry.icon} />}
            <span className="option__text">
              <Text slot="label">{entry.label}</Text>
              {(entry.disabledReason ?? entry.description) !== undefined && (
                <Text slot="description" className="option__description">
                  {entry.disabledReason ?? entry.description}
                </Text>
              )}
            </span>
            {entry.shortcut !== undefined && <kbd className="menu__shortcut">{entry.shortcut}</kbd>}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  )
}
