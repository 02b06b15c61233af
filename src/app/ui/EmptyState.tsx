import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import './empty-state.css'

export interface EmptyStateProps {
  readonly icon?: IconName | undefined
  /** What is not there: 'No host known'. */
  readonly title: string
  /** What to do about it, or why that is fine. */
  readonly children?: ReactNode
  /** A button or two. */
  readonly actions?: ReactNode
}

/** A place where something could be and is not. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon !== undefined && <Icon name={icon} size={20} />}
      <div className="empty-state__body">
        <p className="empty-state__title">{title}</p>
        {children !== undefined && <div className="empty-state__text">{children}</div>}
        {actions !== undefined && <div className="empty-state__actions">{actions}</div>}
      </div>
    </div>
  )
}
