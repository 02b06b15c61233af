import { type KeyboardEvent, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { version } from '../../../package.json'
import { type FindingCounts, severities } from '../core.ts'
import { FindingMarks } from '../ui/Badge.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { chooseLanguage, countsOf, language, languages, t } from '../words/index.ts'
import { useRailMode } from './screen.ts'
import '../ui/input.css'
import './rail.css'

export interface RailPart {
  readonly id: string
  readonly icon: IconName
  readonly title: string
  /** The present value as a short sentence: '8 vCPU, host-passthrough, pinned'. */
  readonly summary: string
  readonly count?: number | undefined
  readonly findings?: FindingCounts | undefined
}

/** Something that the search found. */
export interface RailResult {
  readonly id: string
  readonly label: string
  /** Of a field: its XML or YAML name. */
  readonly name?: string | undefined
  /** The title of its part, or what else it is. */
  readonly part: string
  /** Why it can't be done now. */
  readonly disabledReason?: string | undefined
}

export interface RailProps {
  readonly parts: readonly RailPart[]
  readonly current: string
  readonly onSelect: (id: string) => void
  readonly query: string
  readonly onQuery: (query: string) => void
  /** What was found for `query`, shown instead of the parts while there is one; undefined while it is looked for. */
  readonly results: readonly RailResult[] | undefined
  readonly onResult: (id: string) => void
  /** Enter in the search: to the first result for what is typed, be it shown already or not. */
  readonly onFirst: () => void
  /** The search has the focus: it will be needed. */
  readonly onSearch: () => void
}

/** The machine in words: each part with its value, and a search for any field above them. */
export function Rail(props: RailProps) {
  const { parts, current, onSelect, query, onQuery, results, onResult, onFirst } = props
  const rail = useRef<HTMLElement>(null)
  const { mode, expand, done } = useRailMode()
  const [active, setActive] = useState<string>()
  const wanted = active ?? current
  const tabStop = parts.some((part) => part.id === wanted) ? wanted : parts[0]?.id

  // Up and down move over what is listed, from the search box into it and back.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const items = [...(rail.current?.querySelectorAll<HTMLElement>('[data-rail-item]') ?? [])]
    const focused = items.find((item) => item === document.activeElement)
    const index = focused === undefined ? -1 : items.indexOf(focused)
    const next = items[index + (event.key === 'ArrowDown' ? 1 : -1)]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }

  const choose = (id: string) => {
    setActive(undefined)
    onSelect(id)
    done()
  }

  if (mode === 'icons') {
    return (
      <nav className="rail rail--icons" aria-label={t`Parts of the VM`} ref={rail} onKeyDown={onKeyDown}>
        <IconButton icon="search" label={t`Find a setting`} placement="right" onPress={expand} />
        <ul className="rail__list">
          {parts.map((part) => (
            <li key={part.id}>
              <Tooltip text={<PartTooltip part={part} />} placement="right">
                <AriaButton
                  className="rail__icon"
                  data-rail-item=""
                  aria-label={partName(part)}
                  {...(part.id === current ? { 'aria-current': 'page' } : {})}
                  onPress={() => choose(part.id)}
                >
                  <Icon name={part.icon} />
                  {part.findings !== undefined && (
                    <span className={`rail__spot rail__spot--${worstOf(part.findings)}`} aria-hidden="true" />
                  )}
                </AriaButton>
              </Tooltip>
            </li>
          ))}
        </ul>
      </nav>
    )
  }

  return (
    <nav className="rail" aria-label={t`Parts of the VM`} ref={rail} onKeyDown={onKeyDown}>
      <div className="rail__search">
        <span className="input">
          <span className="input__icon">
            <Icon name="search" size={14} />
          </span>
          <input
            className="input__text"
            type="search"
            aria-label={t`Find a setting`}
            placeholder={t`Find a setting`}
            autoComplete="off"
            spellCheck={false}
            data-rail-item=""
            data-rail-search=""
            value={query}
            onChange={(event) => onQuery(event.target.value)}
            onFocus={props.onSearch}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && query !== '') {
                event.preventDefault()
                onQuery('')
              } else if (event.key === 'Enter' && query !== '') {
                onFirst()
                done()
              }
            }}
          />
          {query !== '' && (
            <IconButton icon="close" size="small" label={t`Clear the search`} onPress={() => onQuery('')} />
          )}
        </span>
      </div>
      {query === '' ? (
        <ul className="rail__list">
          {parts.map((part) => (
            <li key={part.id}>
              <button
                type="button"
                className="rail__part"
                data-rail-item=""
                aria-current={part.id === current ? 'page' : undefined}
                tabIndex={part.id === tabStop ? 0 : -1}
                onFocus={() => setActive(part.id)}
                onClick={() => choose(part.id)}
              >
                <Icon name={part.icon} />
                <span className="rail__words">
                  <span className="rail__head">
                    <span className="rail__title">{part.title}</span>
                    {part.findings !== undefined && <FindingMarks counts={part.findings} />}
                    {part.count !== undefined && <span className="rail__count">{part.count}</span>}
                  </span>
                  <span className="rail__summary" title={part.summary}>
                    {part.summary}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <ul className="rail__list" aria-label={t`Settings found, and what else`}>
          {results?.map((result) => (
            <li key={result.id}>
              <button
                type="button"
                className="rail__result"
                data-rail-item=""
                onClick={() => {
                  onResult(result.id)
                  done()
                }}
              >
                <span>
                  {result.label} {result.name !== undefined && <code>{result.name}</code>}
                </span>
                <span className="rail__summary">{result.disabledReason ?? result.part}</span>
              </button>
            </li>
          ))}
          {results?.length === 0 && (
            <li className="rail__none">{t`Nothing is called “${query}”, and no help has it`}</li>
          )}
        </ul>
      )}
      <p className="rail__foot">
        {'vmwright'} {version} ·{' '}
        <a href="./THIRD-PARTY-NOTICES.txt" target="_blank" rel="noreferrer">{t`Licences`}</a>
        {otherLanguages.map(({ id, label }) => (
          <button key={id} type="button" lang={id} onClick={() => chooseLanguage(id)}>
            {label}
          </button>
        ))}
      </p>
    </nav>
  )
}

const otherLanguages = languages.filter(({ id }) => id !== language)

function partName(part: RailPart): string {
  const findings = part.findings === undefined ? '' : `, ${countsOf(part.findings)}`
  return `${part.title}: ${part.summary}${findings}`
}

function worstOf(counts: FindingCounts) {
  return severities.find((severity) => counts[severity] > 0) ?? 'advice'
}

function PartTooltip({ part }: { readonly part: RailPart }) {
  return (
    <>
      <strong>{part.title}</strong>
      <br />
      {part.summary}
      {part.findings !== undefined && (
        <>
          <br />
          {countsOf(part.findings)}
        </>
      )}
    </>
  )
}
