/** The whole design as a text for somewhere else. */

import { attempt } from '../load/index.ts'
import { copyAs, copyKinds } from '../output/copy-as.ts'
import { t } from '../words/index.ts'
import { type Action, always } from './action.ts'

export const copyActions: readonly Action[] = copyKinds.map(({ kind, label }) => ({
  id: `copy-${kind}`,
  label,
  icon: 'copy',
  when: always,
  perform: () => void attempt(t`What copies`, () => copyAs(kind)),
}))
