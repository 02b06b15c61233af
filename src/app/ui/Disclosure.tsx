import { type ReactNode, useId } from 'react'
import type { FindingCounts } from '../core.ts'
import { t } from '../words/index.ts'
import { FindingMarks } from './Badge.tsx'
import { Icon } from './Icon.tsx'
import { useStoredFlag } from './stored.ts'
import './disclosure.css'

export interface DisclosureProps {
  /** 'More' when left out. */
  readonly title?: string | undefined
  /** What is inside, so that one need not open it: 'driver, ROM, managed …'. */
  readonly summary?: ReactNode
  /** The name under which its state is remembered: 'hostdevs.more'. */
  readonly remember: string
  /** Values inside differ from the default: shows the dot. */
  readonly changed?: boolean | undefined
  /** What is wrong inside, marked at the title as long as it is closed. */
  readonly findings?: FindingCounts | undefined
  readonly defaultOpen?: boolean | undefined
  readonly children: ReactNode
}

/** Everything else, one step further away; open or closed is remembered. */
export function Disclosure({
  title = t`More`,
  summary,
  remember,
  changed,
  findings,
  defaultOpen = false,
  children,
}: DisclosureProps) {
  const [open, setOpen] = useStoredFlag(`open.${remember}`, defaultOpen)
  const id = useId()
  return (
    <section className="disclosure">
      <button
        type="button"
        className="disclosure__button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className="disclosure__chevron">
          <Icon name="chevron-right" size={12} />
        </span>
        <span className="disclosure__title">{title}</span>
        {changed === true && (
          <span className="disclosure__dot" role="img" aria-label={t`Has values that are not the default`} />
        )}
        {findings !== undefined && !open && <FindingMarks counts={findings} />}
        {summary !== undefined && !open && <span className="disclosure__summary">{summary}</span>}
      </button>
      <div id={id} hidden={!open} className="disclosure__body">
        {open && children}
      </div>
    </section>
  )
}
