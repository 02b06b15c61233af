import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { t } from '../words/index.ts'
import { CheckMark } from './CheckMark.tsx'
import { extendRange, groupState, toggleGroup, toggleRow } from './gridSelection.ts'
import { Icon, type IconName } from './Icon.tsx'
import './grid-select.css'

export interface GridColumn {
  readonly label: string
  readonly mono?: boolean | undefined
  /** CSS width; as wide as its text when left out, and the name takes the rest. */
  readonly width?: string | undefined
}

export interface GridRow {
  readonly id: string
  /** The name, first and in full. */
  readonly name: string
  readonly icon?: IconName | undefined
  /** One for each column. */
  readonly cells: readonly ReactNode[]
  /** Why it can't be chosen: 'PCI bridge: stays with the host'. */
  readonly disabledReason?: string | undefined
  /** What choosing it costs: 'The host's display goes dark'. */
  readonly note?: string | undefined
}

export interface GridGroup {
  readonly id: string
  /** 'Group 13'. */
  readonly label: string
  /** After the label, quiet: '2 functions, isolated'. */
  readonly detail?: ReactNode
  readonly rows: readonly GridRow[]
}

export interface GridSelectProps {
  readonly label: string
  /** Heading of the names: 'Device'. */
  readonly nameLabel: string
  readonly columns: readonly GridColumn[]
  readonly groups: readonly GridGroup[]
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
}

/** A place that the keyboard can be on: the heading of a group, or a row. */
interface Stop {
  readonly key: string
  readonly group: GridGroup
  readonly row: GridRow | undefined
}

/**
 * Many of many, in groups. A checkbox for the group and for each row; Space selects, arrows move, Shift extends
 * from the row where it began, across groups; Ctrl+A takes all.
 */
export function GridSelect({ label, nameLabel, columns, groups, selected, onChange }: GridSelectProps) {
  const grid = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<string>()
  // Where a range began and what was selected before it: Shift+arrow back shrinks the range again.
  const range = useRef<{ readonly anchor: string; readonly base: ReadonlySet<string> }>(undefined)

  const stops: readonly Stop[] = groups.flatMap((group) => [
    { key: `group:${group.id}`, group, row: undefined },
    ...group.rows.map((row) => ({ key: `row:${row.id}`, group, row })),
  ])
  const choosable = stops.flatMap((stop) =>
    stop.row?.disabledReason === undefined && stop.row ? [stop.row.id] : [],
  )
  const activeKey = stops.some((stop) => stop.key === active) ? active : stops[0]?.key

  const focusStop = (index: number): Stop | undefined => {
    const stop = stops[Math.min(stops.length - 1, Math.max(0, index))]
    if (stop === undefined) return undefined
    setActive(stop.key)
    const element = grid.current?.querySelector(`[data-stop="${CSS.escape(stop.key)}"]`)
    if (element instanceof HTMLElement) element.focus()
    return stop
  }

  const toggle = (stop: Stop) => {
    range.current = undefined
    if (stop.row === undefined) onChange(toggleGroup(stop.group, selected))
    else if (stop.row.disabledReason === undefined) onChange(toggleRow(stop.row.id, selected))
  }

  const extendTo = (from: Stop, to: Stop | undefined) => {
    if (to === undefined) return
    range.current ??= { anchor: from.key, base: selected }
    const order = stops.map((stop) => stop.key)
    const rows = new Map(stops.map((stop) => [stop.key, stop.row]))
    onChange(extendRange({ order, rows, ...range.current, to: to.key }))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const index = stops.findIndex((stop) => stop.key === activeKey)
    const stop = stops[index]
    if (stop === undefined) return
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: stops.length - 1 }[event.key]
    if (target !== undefined) {
      const to = focusStop(target)
      if (event.shiftKey) extendTo(stop, to)
      else range.current = undefined
    } else if (event.key === ' ' || event.key === 'Enter') toggle(stop)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey))
      onChange(new Set([...selected, ...choosable]))
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent, stop: Stop) => {
    const before = stops.find((other) => other.key === active)
    setActive(stop.key)
    if (event.shiftKey && before !== undefined) extendTo(before, stop)
    else toggle(stop)
  }

  const stopProps = (stop: Stop) => ({
    'data-stop': stop.key,
    tabIndex: stop.key === activeKey ? 0 : -1,
    onFocus: () => setActive(stop.key),
    onClick: (event: MouseEvent) => onClick(event, stop),
  })

  return (
    <div className="grid-select">
      {/* The rows take the focus; the table only hears their keys. */}
      <table
        className="grid-select__table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with selectable rows
        role="grid"
        aria-label={label}
        aria-multiselectable
        ref={grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{nameLabel}</th>
            {columns.map((column) => (
              <th
                scope="col"
                key={column.label}
                style={column.width === undefined ? {} : { width: column.width }}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const state = groupState(group, selected)
          return (
            <tbody aria-label={group.label} key={group.id}>
              <tr
                className="grid-select__group"
                aria-selected={state === 'on'}
                {...stopProps({ key: `group:${group.id}`, group, row: undefined })}
              >
                <td colSpan={columns.length + 1}>
                  <span className="grid-select__name">
                    <CheckMark state={state} />
                    <span>
                      <span className="grid-select__label">{group.label}</span>{' '}
                      <span className="grid-select__detail">{group.detail}</span>
                    </span>
                    {state === 'mixed' && <span className="visually-hidden">{t`partly selected`}</span>}
                  </span>
                </td>
              </tr>
              {group.rows.map((row) => {
                const barred = row.disabledReason !== undefined
                return (
                  <tr
                    className="grid-select__row"
                    key={row.id}
                    aria-selected={barred ? undefined : selected.has(row.id)}
                    aria-disabled={barred || undefined}
                    {...stopProps({ key: `row:${row.id}`, group, row })}
                  >
                    <td>
                      <span className="grid-select__name">
                        <CheckMark state={barred ? 'barred' : selected.has(row.id) ? 'on' : 'off'} />
                        {row.icon !== undefined && <Icon name={row.icon} />}
                        <span>
                          {row.name}
                          {barred && <span className="grid-select__reason">{row.disabledReason}</span>}
                          {!barred && row.note !== undefined && (
                            <span className="grid-select__reason">{row.note}</span>
                          )}
                        </span>
                      </span>
                    </td>
                    {columns.map((column, at) => (
                      <td
                        key={column.label}
                        className={column.mono === true ? 'grid-select__mono' : undefined}
                      >
                        {row.cells[at]}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}
