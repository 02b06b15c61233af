import { namesOfSet, type SetTable } from '../../core/set/index.ts'
import { manyFromOne } from '../actions/index.ts'
import { Button } from '../ui/index.ts'
import { counted, t } from '../words/index.ts'

/** That the design has a table, and how many VMs it makes: the way to it. */
export function SetSign({ table }: { readonly table: SetTable }) {
  const count = counted(namesOfSet(table).length, 'VM')
  return (
    <Button
      tone="quiet"
      size="small"
      icon="list"
      aria-label={t`${count} of this design: many from one`}
      onPress={manyFromOne.perform}
    >
      {count}
    </Button>
  )
}
