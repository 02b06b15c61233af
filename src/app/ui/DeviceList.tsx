import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { FindingCounts } from '../core.ts'
import { t } from '../words/index.ts'
import { FindingMarks } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { Menu } from './Menu.tsx'
import type { MenuEntry } from './MenuPopup.tsx'
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
                <li
                  key={row.id}
                  className="device-list__item"
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  style={isVirtual ? { position: 'absolute', transform: `translateY(${top}px)` } : undefined}
                >
                  <button
                    type="button"
                    className="device-list__row"
                    data-row={row.id}
                    tabIndex={index === activeIndex ? 0 : -1}
                    aria-expanded={row.id === selected}
                    aria-controls={row.id === selected ? formId : undefined}
                    onFocus={() => setActive(row.id)}
                    onClick={() => onSelect(row.id === selected ? undefined : row.id)}
                    onKeyDown={(event) => onKeyDown(event, row, index)}
                  >
                    {row.icon !== undefined && <Icon name={row.icon} />}
                    <span className="device-list__title">{row.title}</span>
                    <span className="device-list__summary">{row.summary}</span>
                    {row.findings !== undefined && <FindingMarks counts={row.findings} />}
                    {row.detail !== undefined && <code className="device-list__detail">{row.detail}</code>}
                    <span className="device-list__chevron">
                      <Icon name="chevron-right" size={12} />
                    </span>
                  </button>
                </li>
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
