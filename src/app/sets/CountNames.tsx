import { memo, useState } from 'react'
import { namesOfSet, problemOfCounter } from '../../core/set/index.ts'
import { Button, TextField } from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import { addNames, presentTable } from './change-table.ts'
import { focusCellSoon } from './focus-cell.ts'
import { listed } from './listed.ts'

const nothingWritten = t`Write a name; web-{1..3} is three of them.`

/** The focus goes to the first of them, since what was pressed may be gone. */
function take(names: readonly string[]): void {
  if (addNames(names)) focusCellSoon({ row: presentTable().rows.length - names.length, column: 0 })
}

/** Names by a counter, and what they would be, before they are taken. */
export const CountNames = memo(function CountNames({ start }: { readonly start: string }) {
  const [text, setText] = useState<string | undefined>(start)
  const names = namesOfSet({ columns: ['name'], rows: [[text ?? '']] })
  return (
    <div className="set-count">
      <div className="set-count__row">
        <TextField
          label={t`Names by counting`}
          help={t`Braces count: {01..12} is 01, 02 and so on to 12.`}
          value={text}
          onChange={setText}
          mono
        />
        <Button tone="primary" disabled={names.length === 0} onPress={() => take(names)}>
          {names.length === 1 ? t`Add one row` : t`Add ${names.length} rows`}
        </Button>
        {names.length > 1 && (
          <Button tone="quiet" onPress={() => take([text ?? ''])}>{t`As one row that counts`}</Button>
        )}
      </div>
      <p className="set-quiet" role="status">
        {names.length === 0
          ? translated(problemOfCounter(text ?? '') ?? nothingWritten)
          : t`It gives: ${listed(names)}`}
      </p>
    </div>
  )
})
