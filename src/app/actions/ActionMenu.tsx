import type { ReactElement } from 'react'
import { Menu } from '../ui/index.ts'
import { type Action, spellShortcut } from './action.ts'

export interface ActionMenuProps {
  /** The menu's name for a screen reader. */
  readonly label: string
  readonly heading?: string | undefined
  readonly actions: readonly Action[]
  /** The one of them that is in force: it has a tick. */
  readonly current?: string | undefined
  /** What opens it. */
  readonly children: ReactElement
}

/** A button that opens a list of actions; those that can't be done now say why. */
export function ActionMenu({ label, heading, actions, current, children }: ActionMenuProps) {
  return (
    <Menu
      label={label}
      heading={heading}
      entries={actions.map(({ id, label, icon, about, shortcut, when }) => ({
        id,
        label,
        icon: current === undefined ? icon : id === current ? 'check' : undefined,
        description: about,
        shortcut: shortcut === undefined ? undefined : spellShortcut(shortcut),
        disabledReason: when(),
      }))}
      onAction={(id) => actions.find((action) => action.id === id)?.perform()}
    >
      {children}
    </Menu>
  )
}
