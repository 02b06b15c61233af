import { type KeyboardEvent, memo, type ReactNode, useId, useRef, useState } from 'react'
import type { FindingCounts } from '../core.ts'
import { t } from '../words/index.ts'
import { FindingMarks } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { Menu } from './Menu.tsx'
import type { MenuEntry } from './MenuPopup.tsx'
import { useLatest } from './useLatest.ts'
import './device-list.css'

export interface DeviceRow {
  readonly id: string
  readonly icon?: IconName | undefined
  /** What it is: 'vda'. */
  readonly title: string
  /** What it is now, in words: '20 GiB qcow2, virtio'. */
  readonly summary?: string | undefined
  /** A path or an address, in monospace at the end. */
  readonly detail?: string | undefined
  readonly findings?: FindingCounts | undefined
}

export interface DeviceListProps {
  /** What the list holds, in the plural: 'Disks'. */
  readonly label: string
  readonly rows: readonly DeviceRow[]
  readonly selected: string | undefined
  /** Undefined closes the form. */
  readonly onSelect: (id: string | undefined) => void
  /** The button below the list; with `entries` it opens a menu. */
  readonly add?:
    | {
        readonly label: string
        readonly entries?: readonly MenuEntry[] | undefined
        readonly onAdd: (id: string | undefined) => void
      }
    | undefined
  readonly onRemove?: ((id: string) => void) | undefined
  readonly onMove?: ((id: string, by: -1 | 1) => void) | undefined
  readonly onDuplicate?: ((id: string) => void) | undefined
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode
  /** The form of the selected row; shown below the list. */
  readonly children?: ReactNode
}

/** As high as its style says: a finger wants more room. */
const rowHeight = matchMedia('(pointer: coarse)').matches ? 44 : 34
const virtualAbove = 50
const rowsInView = 9
/** Drawn above and below what is in view, so that scrolling shows no gap. */
const rowsBeyond = 6

/**
 * Read-only rows; the selected one opens its form below. Arrows move, Enter opens and closes, Delete removes,
 * Alt with an arrow moves the row. Long lists scroll and only draw what is in view.
 */
export function DeviceList(props: DeviceListProps) {
  const { label, rows, selected, onSelect, add, onRemove, onMove, onDuplicate, empty, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  const formId = useId()
  const [active, setActive] = useState<string>()
  const isVirtual = rows.length > virtualAbove
  // Every row has the same height, so that the ones in view follow from where the list is scrolled to.
  const [firstInView, setFirstInView] = useState(0)

  const activeIndex = Math.max(
    0,
    rows.findIndex((row) => row.id === (active ?? selected)),
  )
  const from = isVirtual ? Math.max(0, firstInView - rowsBeyond) : 0
  const to = isVirtual ? firstInView + rowsInView + rowsBeyond : rows.length
  const shown = rows
    .slice(from, to)
    .map((_, offset) => ({ index: from + offset, top: (from + offset) * rowHeight }))

  const focusRow = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))]
    if (row === undefined) return
    setActive(row.id)
    if (isVirtual) scrollToRow(rows.indexOf(row))
    // A row that was out of view is drawn in the next frame.
    requestAnimationFrame(() => {
      const element = scroller.current?.querySelector(`[data-row="${CSS.escape(row.id)}"]`)
      if (element instanceof HTMLElement) element.focus()
    })
  }

  const scrollToRow = (index: number) => {
    const list = scroller.current
    if (list === null) return
    const lowest = (index + 1) * rowHeight - list.clientHeight
    list.scrollTop = Math.min(index * rowHeight, Math.max(list.scrollTop, lowest))
    setFirstInView(Math.floor(list.scrollTop / rowHeight))
  }

  const onKeyDown = (event: KeyboardEvent, row: DeviceRow, index: number) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
    if (by !== undefined && event.altKey) {
      if (onMove === undefined || rows[index + by] === undefined) return
      onMove(row.id, by)
      focusRow(index + by)
    } else if (by !== undefined) focusRow(index + by)
    else if (event.key === 'Home') focusRow(0)
    else if (event.key === 'End') focusRow(rows.length - 1)
    else if (event.key === 'Delete' && onRemove !== undefined) {
      onRemove(row.id)
      focusRow(index === rows.length - 1 ? index - 1 : index + 1)
    } else if (event.key === 'Escape' && selected !== undefined) onSelect(undefined)
    else return
    event.preventDefault()
  }

  const toggle = useLatest((id: string) => onSelect(id === selected ? undefined : id))
  const pressed = useLatest((event: KeyboardEvent, index: number) => {
    const row = rows[index]
    if (row !== undefined) onKeyDown(event, row, index)
  })

  const open = rows.find((row) => row.id === selected)
  const openIndex = open === undefined ? -1 : rows.indexOf(open)

  return (
    <div className="device-list">
      {rows.length === 0 ? (
        <div className="device-list__empty">{empty ?? t`No ${label.toLowerCase()}`}</div>
      ) : (
        <div
          className="device-list__scroller"
          ref={scroller}
          style={{ maxHeight: rowHeight * rowsInView }}
          onScroll={(event) => {
            if (isVirtual) setFirstInView(Math.floor(event.currentTarget.scrollTop / rowHeight))
          }}
        >
          <ul
            className="device-list__rows"
            aria-label={label}
            style={isVirtual ? { height: rows.length * rowHeight } : undefined}
          >
            {shown.map(({ index, top }) => {
              const row = rows[index]
              if (row === undefined) return null
              return (
                <Row
                  key={row.id}
                  {...row}
                  index={index}
                  count={rows.length}
                  top={isVirtual ? top : undefined}
                  hasTabStop={index === activeIndex}
                  formId={row.id === selected ? formId : undefined}
                  onFocus={setActive}
                  onToggle={toggle}
                  onKey={pressed}
                />
              )
            })}
          </ul>
        </div>
      )}

      {add !== undefined && (
        <div className="device-list__foot">
          {add.entries === undefined ? (
            <Button size="small" icon="plus" onPress={() => add.onAdd(undefined)}>
              {add.label}
            </Button>
          ) : (
            <Menu label={add.label} entries={add.entries} onAction={add.onAdd}>
              <Button size="small" icon="plus" opens>
                {add.label}
              </Button>
            </Menu>
          )}
          {rows.length > rowsInView && <span className="device-list__count">{t`${rows.length} in all`}</span>}
        </div>
      )}

      {open !== undefined && (
        <section className="device-list__form" id={formId} aria-label={`${label}: ${open.title}`}>
          <header className="device-list__head">
            <h3>{open.title}</h3>
            {onMove !== undefined && rows.length > 1 && (
              <>
                <IconButton
                  icon="up"
                  size="small"
                  label={t`Move ${open.title} up`}
                  disabled={openIndex === 0}
                  onPress={() => onMove(open.id, -1)}
                />
                <IconButton
                  icon="down"
                  size="small"
                  label={t`Move ${open.title} down`}
                  disabled={openIndex === rows.length - 1}
                  onPress={() => onMove(open.id, 1)}
                />
              </>
            )}
            {onDuplicate !== undefined && (
              <IconButton
                icon="copy"
                size="small"
                label={t`Duplicate ${open.title}`}
                onPress={() => onDuplicate(open.id)}
              />
            )}
            {onRemove !== undefined && (
              <IconButton
                icon="trash"
                size="small"
                label={t`Remove ${open.title}`}
                onPress={() => onRemove(open.id)}
              />
            )}
            <IconButton
              icon="close"
              size="small"
              label={t`Close ${open.title}`}
              onPress={() => onSelect(undefined)}
            />
          </header>
          {children}
        </section>
      )}
    </div>
  )
}

interface RowProps extends DeviceRow {
  readonly index: number
  readonly count: number
  /** Where it stands in a list that draws only what is in view. */
  readonly top: number | undefined
  readonly hasTabStop: boolean
  /** Of the form of the row that is open. */
  readonly formId: string | undefined
  readonly onFocus: (id: string) => void
  readonly onToggle: (id: string) => void
  readonly onKey: (event: KeyboardEvent, index: number) => void
}

/** Drawn anew only when something of it is another: what is typed into one device changes no other row. */
const Row = memo(function Row(props: RowProps) {
  const { id, icon, title, summary, detail, findings, index, count, top, hasTabStop, formId } = props
  const { onFocus, onToggle, onKey } = props
  return (
    <li
      className="device-list__item"
      aria-setsize={count}
      aria-posinset={index + 1}
      style={top === undefined ? undefined : { position: 'absolute', transform: `translateY(${top}px)` }}
    >
      <button
        type="button"
        className="device-list__row"
        data-row={id}
        tabIndex={hasTabStop ? 0 : -1}
        aria-expanded={formId !== undefined}
        aria-controls={formId}
        onFocus={() => onFocus(id)}
        onClick={() => onToggle(id)}
        onKeyDown={(event) => onKey(event, index)}
      >
        {icon !== undefined && <Icon name={icon} />}
        <span className="device-list__title">{title}</span>
        <span className="device-list__summary">{summary}</span>
        {findings !== undefined && <FindingMarks counts={findings} />}
        {detail !== undefined && <code className="device-list__detail">{detail}</code>}
        <span className="device-list__chevron">
          <Icon name="chevron-right" size={12} />
        </span>
      </button>
    </li>
  )
})
