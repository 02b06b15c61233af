import { type ClipboardEvent, type KeyboardEvent, memo, useId, useState } from 'react'
import { ownValue } from '../../core/index.ts'
import { namesOfSet, type SetTable } from '../../core/set/index.ts'
import { Button, Icon, IconButton, Sentence } from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import { addRow, presentTable, removeColumn, removeRow, takePasted, typeCell } from './change-table.ts'
import { focusCell, focusCellSoon, placeOf } from './focus-cell.ts'
import { helpOfColumn, pasteInto } from './paste-table.ts'
import { type Mark, type RowMarks, whole } from './places.ts'
import type { CellPlace } from './table-edits.ts'

/** More rows are drawn when somebody asks for them. */
const mostDrawn = 250

const noMarks: RowMarks = new Map()

interface SetTableViewProps {
  readonly table: SetTable
  /** By row, as `marksOf` gives them. */
  readonly marks: ReadonlyMap<number, RowMarks>
}

/** The table to type in: arrows and Enter go from cell to cell, what is pasted fills it. */
export function SetTableView({ table, marks }: SetTableViewProps) {
  const [drawn, setDrawn] = useState(mostDrawn)
  const [at, setAt] = useState<CellPlace>()
  const id = useId()
  const { columns, rows } = table
  const headings = marks.get(whole) ?? noMarks
  return (
    <div className="set-table">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pastes of the cells in it */}
      <div
        className="set-table__scroll"
        onKeyDown={goWithKeys}
        onPaste={paste}
        onFocus={(event) => setAt(placeOf(event.target))}
      >
        <table aria-label={t`VMs of the set`}>
          <thead>
            <tr>
              <th scope="col" className="set-table__number">{t`Row`}</th>
              {columns.map((heading, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is what it is by its place
                <th scope="col" key={column}>
                  <span className="set-table__heading">
                    <CellInput
                      label={t`Heading of column ${column + 1}`}
                      place={{ row: undefined, column }}
                      text={heading}
                      mark={headings.get(column)}
                      id={`${id}h${column}`}
                    />
                    <IconButton
                      icon="close"
                      size="small"
                      label={t`Remove the column ${heading}`}
                      onPress={() => removeColumn(column)}
                    />
                  </span>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn).map((cells, row) => (
              <TableRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is what it is by its place
                key={row}
                row={row}
                cells={cells}
                columns={columns}
                marks={marks.get(row) ?? noMarks}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="set-table__about" role="status">
        <Sentence text={aboutPlace(table, marks, at)} />
      </p>
      <div className="set-table__more">
        <Button size="small" icon="plus" onPress={addAndGo}>{t`Add a row`}</Button>
        {rows.length > drawn && (
          <Button size="small" tone="quiet" onPress={() => setDrawn(rows.length)}>
            {t`Show the other ${rows.length - drawn} rows`}
          </Button>
        )}
      </div>
    </div>
  )
}

interface TableRowProps {
  readonly row: number
  readonly cells: readonly string[]
  readonly columns: readonly string[]
  readonly marks: RowMarks
}

const TableRow = memo(function TableRow({ row, cells, columns, marks }: TableRowProps) {
  const id = useId()
  const count = namesOfSet({ columns, rows: [cells] }).length
  const ofRow = marks.get(whole)
  return (
    <tr>
      <th scope="row" className="set-table__number" data-severity={ofRow?.severity} title={textOf(ofRow)}>
        {row + 1}
        {count > 1 && <span className="set-table__count">{t`${count} VMs`}</span>}
        {ofRow !== undefined && <span className="visually-hidden">{textOf(ofRow)}</span>}
      </th>
      {columns.map((heading, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is what it is by its place
        <td key={column}>
          <CellInput
            label={t`${heading === '' ? t`column ${column + 1}` : heading}, row ${row + 1}`}
            place={{ row, column }}
            text={cells[column] ?? ''}
            mark={marks.get(column)}
            id={`${id}${column}`}
          />
        </td>
      ))}
      <td>
        <button
          type="button"
          className="set-table__remove"
          aria-label={t`Remove row ${row + 1}`}
          onClick={() => removeRow(row)}
        >
          <Icon name="trash" size={14} />
        </button>
      </td>
    </tr>
  )
})

function CellInput(props: {
  readonly label: string
  readonly place: CellPlace
  readonly text: string
  readonly mark: Mark | undefined
  readonly id: string
}) {
  const { label, place, text, mark, id } = props
  return (
    <>
      <input
        className="set-table__cell"
        aria-label={label}
        aria-invalid={mark?.severity === 'error' || undefined}
        aria-describedby={mark === undefined ? undefined : id}
        data-severity={mark?.severity}
        data-row={place.row ?? whole}
        data-column={place.column}
        autoComplete="off"
        spellCheck={false}
        title={textOf(mark)}
        value={text}
        onChange={(event) => typeCell(place, event.target.value)}
      />
      {mark !== undefined && (
        <span id={id} hidden>
          {textOf(mark)}
        </span>
      )}
    </>
  )
}

function textOf(mark: Mark | undefined): string | undefined {
  return mark?.messages.join(' ')
}

/** What the cell with the focus is about, and what is wrong with it. */
function aboutPlace(
  { columns }: SetTable,
  marks: ReadonlyMap<number, RowMarks>,
  at: CellPlace | undefined,
): string {
  if (at === undefined)
    return t`A cell that is empty leaves the design as it is. What is copied from a spreadsheet can be pasted in any cell.`
  const heading = columns[at.column] ?? ''
  const mark = marks.get(at.row ?? whole)?.get(at.column)
  const help = helpOfColumn(heading)
  const about =
    help !== undefined
      ? translated(help)
      : heading === ''
        ? t`Each column needs a heading: a word such as mac or memory, or the path of a field.`
        : t`The field ${heading} of the design.`
  return [...(mark?.messages ?? []), about].join(' ')
}

function addAndGo(): void {
  if (addRow()) focusCellSoon({ row: presentTable().rows.length - 1, column: 0 })
}

const stepOfKey: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }

/** Up, down and Enter go to the cell above or below; Enter in the last row makes another one. */
function goWithKeys(event: KeyboardEvent): void {
  const place = placeOf(event.target)
  if (place === undefined || event.nativeEvent.isComposing) return
  const step = ownValue(stepOfKey, event.key)
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const to = (place.row ?? whole) + step
  const isThere = to >= whole && focusCell({ row: to === whole ? undefined : to, column: place.column })
  if (isThere || event.key !== 'Enter') return
  if (addRow()) focusCellSoon({ row: to, column: place.column })
}

function paste(event: ClipboardEvent): void {
  const place = placeOf(event.target)
  const text = event.clipboardData.getData('text/plain')
  const pasted = place && pasteInto(presentTable(), place, text)
  if (pasted === undefined) return
  event.preventDefault()
  takePasted(pasted, t`paste into the table`)
}
