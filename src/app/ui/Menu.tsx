import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Icon, type IconName } from './Icon.tsx'
import './select.css'
import './menu.css'

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

/** A button that opens a list of actions. */
export function Menu({ label, heading, entries, onAction, children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover menu" offset={4} placement="bottom start">
        {heading !== undefined && (
          <p className="menu__heading" aria-hidden="true">
            {heading}
          </p>
        )}
        <AriaMenu className="options" aria-label={label} onAction={(key) => onAction(String(key))}>
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
    </MenuTrigger>
  )
}
