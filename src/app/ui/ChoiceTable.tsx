import { type ReactNode, useId } from 'react'
import { type FieldProps, Mark, Messages } from './Field.tsx'
import { RecommendedMark } from './RadioCards.tsx'
import { useChosen } from './useTyped.ts'
import './choice-table.css'

export interface ChoiceColumn {
  readonly id: string
  readonly label: string
  /** CSS width, as '20%'; the rest share what is left. */
  readonly width?: string | undefined
}

export interface ChoiceRow<V extends string> {
  readonly value: V
  /** The first cell, bold. */
  readonly title: string
  /** The other cells by the id of their column. */
  readonly cells: Readonly<Record<string, ReactNode>>
  /** Why this very design wants it; shows the 'recommended' mark and the reason under the row. */
  readonly recommended?: string | undefined
  readonly disabledReason?: string | undefined
}

export interface ChoiceTableProps<V extends string>
  extends Pick<FieldProps, 'changed' | 'edited' | 'error' | 'warning'> {
  /** Its name for a screen reader, and the heading of the first column: 'Model'. */
  readonly label: string
  readonly path?: string | undefined
  readonly columns: readonly ChoiceColumn[]
  readonly rows: readonly ChoiceRow<V>[]
  readonly value: V | undefined
  readonly onChange: (value: V) => void
}

/** A choice among rows with facts to compare: a click anywhere on a row or the arrow keys pick it. */
export function ChoiceTable<V extends string>(props: ChoiceTableProps<V>) {
  const { label, path, columns, rows, changed, edited, error, warning } = props
  const [value, choose] = useChosen<V | undefined>(path, props.value, (next) => {
    if (next !== undefined) props.onChange(next)
  })
  const name = useId()

  return (
    <>
      <div className="choice-table" role="radiogroup" aria-label={label} data-path={path}>
        <table>
          <colgroup>
            <col className="choice-table__first" />
            {columns.map((column) => (
              <col key={column.id} style={column.width === undefined ? {} : { width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              {columns.map((column) => (
                <th scope="col" key={column.id}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const off = row.disabledReason !== undefined
              const reason = row.disabledReason ?? row.recommended
              return (
                // The keyboard has the radio; the click on the row is for the pointer alone.
                <tr
                  key={row.value}
                  data-selected={row.value === value || undefined}
                  data-off={off || undefined}
                  onClick={() => {
                    if (!off && row.value !== value) choose(row.value)
                  }}
                >
                  <th scope="row">
                    <span className="choice-table__name">
                      {row.value === value && <Mark changed={changed} edited={edited} />}
                      <input
                        className="choice-table__radio"
                        type="radio"
                        name={name}
                        aria-label={row.title}
                        aria-describedby={`${name}${index}`}
                        checked={row.value === value}
                        disabled={off}
                        onChange={() => choose(row.value)}
                        // The row would take the same click as a second choice.
                        onClick={(event) => event.stopPropagation()}
                      />
                      <span>
                        <span className="choice-table__title">{row.title}</span>
                        {row.recommended !== undefined && <RecommendedMark />}
                      </span>
                    </span>
                  </th>
                  {columns.map((column, at) => (
                    <td
                      key={column.id}
                      data-label={column.label}
                      id={at === 0 ? `${name}${index}` : undefined}
                    >
                      {row.cells[column.id] ?? '–'}
                      {at === 0 && reason !== undefined && (
                        <span className="choice-table__reason">{reason}</span>
                      )}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Messages error={error} warning={warning} />
    </>
  )
}
