import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import './tabs.css'

export interface Tab<V extends string = string> {
  readonly id: V
  readonly label: string
  /** After the label: a count, a mark. */
  readonly mark?: ReactNode
}

export interface TabsProps<V extends string = string> {
  /** The name of the set for a screen reader. */
  readonly label: string
  readonly tabs: readonly Tab<V>[]
  readonly current: V
  readonly onSelect: (id: V) => void
  /** At the end of the row of tabs, always in the same place. */
  readonly actions?: ReactNode
  /** The panel of the current tab; it fills the height that is left. */
  readonly children: ReactNode
}

/** A row of tabs over one panel. */
export function Tabs<V extends string>({ label, tabs, current, onSelect, actions, children }: TabsProps<V>) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.id === current)
    const last = tabs.length - 1
    const target = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    }[event.key]
    const tab = target === undefined ? undefined : tabs[target]
    if (tab === undefined) return
    event.preventDefault()
    onSelect(tab.id)
    const element = list.current?.querySelector(`[data-tab="${CSS.escape(tab.id)}"]`)
    if (element instanceof HTMLElement) element.focus()
  }

  return (
    <div className="tabs">
      <div className="tabs__bar">
        <div className="tabs__list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              className="tabs__tab"
              id={`${id}${tab.id}`}
              data-tab={tab.id}
              aria-selected={tab.id === current}
              aria-controls={`${id}panel`}
              tabIndex={tab.id === current ? 0 : -1}
              onClick={() => onSelect(tab.id)}
            >
              {tab.label}
              {tab.mark}
            </button>
          ))}
        </div>
        {actions !== undefined && <div className="tabs__actions">{actions}</div>}
      </div>
      <div className="tabs__panel" role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${current}`}>
        {children}
      </div>
    </div>
  )
}
