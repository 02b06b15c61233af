import { memo, useState } from 'react'
import { columnWords } from '../../core/set/index.ts'
import { Button, ComboBox } from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import { addColumn } from './change-table.ts'

/** A column more: one that has a word, or any field by its path. */
export const AddColumn = memo(function AddColumn({ columns }: { readonly columns: readonly string[] }) {
  const [heading, setHeading] = useState<string>()
  const isThere = columns.some((one) => one.trim().toLowerCase() === heading?.trim().toLowerCase())
  return (
    <div className="set-count__row">
      <ComboBox
        label={t`Another column`}
        help={t`A word of the list, or the path of any field, such as libvirt.vcpu.cpuset.`}
        value={heading}
        onChange={setHeading}
        suggestions={columnWords
          .filter(({ word }) => !columns.includes(word))
          .map(({ word, help }) => ({ value: word, description: translated(help) }))}
      />
      <Button
        icon="plus"
        disabled={heading === undefined || isThere}
        onPress={() => {
          if (heading !== undefined && addColumn(heading)) setHeading(undefined)
        }}
      >{t`Add the column`}</Button>
    </div>
  )
})
