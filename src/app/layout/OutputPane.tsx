import { type ReactNode, useId } from 'react'
import { countFindings, severities } from '../core.ts'
import { SeverityIcon } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { type FindingItem, FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { type Tab, Tabs } from '../ui/Tabs.tsx'
import { countOf, countsOf, t, translated } from '../words/index.ts'
import { setFindingsOpen, usePanes } from './panes.ts'
import './output-pane.css'

export interface OutputPaneProps<V extends string> {
  readonly tabs: readonly Tab<V>[]
  readonly current: V
  readonly onSelect: (id: V) => void
  /** Copy and download, always in this place. */
  readonly actions: ReactNode
  /** Lines below the body, each a `StatusLine`: 'A field is wrong: this is the last good state'. */
  readonly status?: ReactNode
  /** The text of the current tab; fills the height. */
  readonly children: ReactNode
  /** Undefined while nothing is known of them. */
  readonly findings: readonly FindingItem[] | undefined
  readonly onGo?: ((id: string) => void) | undefined
  readonly onFix?: ((id: string) => void) | undefined
  /** Whom the findings are about, where that is not who runs the design: 'A hand-run QEMU'. */
  readonly findingsAbout?: string | undefined
  /** What can be done with all findings together; stands above the list. */
  readonly findingsAction?: ReactNode
  /** Stands at the right of the summary, whether anything is found or not. */
  readonly findingsAside?: ReactNode
  /** How many findings are about others, in words, with the way to them; stands below the list. */
  readonly findingsElsewhere?: readonly FindingsElsewhere[] | undefined
}

export interface FindingsElsewhere {
  /** '3 more concern only a hand-run QEMU'. */
  readonly words: string
  readonly onShow: () => void
}

/** The outputs in tabs, and below them what core found, which can be folded away. */
export function OutputPane<V extends string>(props: OutputPaneProps<V>) {
  const { tabs, current, onSelect, actions, status, children, findings, onGo, onFix } = props
  const { findingsAbout, findingsAside, findingsAction, findingsElsewhere = [] } = props
  const { findings: open } = usePanes()
  const id = useId()
  return (
    <div className="output-pane">
      <Tabs label={t`Outputs`} tabs={tabs} current={current} onSelect={onSelect} actions={actions}>
        <div className="output-pane__body">{children}</div>
        {status}
      </Tabs>
      <section className="output-pane__findings" aria-label={t`Findings`}>
        {findings === undefined ? (
          <div className="output-pane__head">
            <p className="output-pane__fine">{t`Looking for findings…`}</p>
            {findingsAside}
          </div>
        ) : findings.length === 0 ? (
          <>
            <div className="output-pane__head">
              <p className="output-pane__fine">
                <Icon name="check" size={14} />
                {findingsAbout !== undefined && `${findingsAbout}: `}
                {t`No findings`}
              </p>
              {findingsAside}
            </div>
            <Elsewhere all={findingsElsewhere} />
          </>
        ) : (
          <>
            <div className="output-pane__head">
              <button
                type="button"
                className="output-pane__summary"
                aria-expanded={open}
                aria-controls={id}
                onClick={() => setFindingsOpen(!open)}
              >
                {findingsAbout !== undefined && <span className="output-pane__about">{findingsAbout}:</span>}
                <FindingsSummary findings={findings} />
                <span className="output-pane__chevron">
                  <Icon name="chevron-up" size={12} />
                </span>
              </button>
              {findingsAside}
            </div>
            <div id={id} className="output-pane__list" hidden={!open}>
              {findingsAction}
              <FindingList findings={findings} onGo={onGo} onFix={onFix} />
              <Elsewhere all={findingsElsewhere} />
            </div>
          </>
        )}
      </section>
    </div>
  )
}

/** Findings about others, each kind as the way to the output that shows it. */
function Elsewhere({ all }: { readonly all: readonly FindingsElsewhere[] }) {
  if (all.length === 0) return null
  return (
    <div className="output-pane__elsewhere">
      {all.map(({ words, onShow }) => (
        <Button key={words} size="small" tone="quiet" onPress={onShow}>
          {translated(words)}
        </Button>
      ))}
    </div>
  )
}

/** One line below the text, which never moves for it: what is wrong, with what can be done. */
export function StatusLine({
  tone = 'warning',
  children,
}: {
  readonly tone?: 'warning' | 'quiet'
  readonly children: ReactNode
}) {
  return (
    <div className="output-pane__status" data-tone={tone}>
      {children}
    </div>
  )
}

/** '1 error  2 warnings', each with its icon; one sentence for a reader. */
export function FindingsSummary({
  findings,
}: {
  readonly findings: readonly Pick<FindingItem, 'severity'>[]
}) {
  const counts = countFindings(findings)
  if (findings.length === 0) return null
  return (
    <>
      <span className="visually-hidden">{countsOf(counts)}</span>
      <span className="findings-summary" aria-hidden="true">
        {severities.map((severity) => {
          const count = counts[severity]
          if (count === 0) return null
          return (
            <span className="findings-summary__item" key={severity}>
              <SeverityIcon severity={severity} />
              <span>
                {count}
                <span className="findings-summary__word">
                  {countOf(severity, count).slice(String(count).length)}
                </span>
              </span>
            </span>
          )
        })}
      </span>
    </>
  )
}
