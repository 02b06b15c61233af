/** Import this file lazily. */
import { describeEdit } from '../../core/put/describe-edit.ts'
import type { Tracked } from '../document/vm-document.ts'

const known = new WeakMap<
  Tracked['design'],
  { readonly before: Tracked['design']; readonly words: string | undefined }
>()

/** What changed between two designs, with the names of the fields: 'memory 4G → 8G'; undefined when nothing did. */
export function stepWords(before: Tracked, after: Tracked): string | undefined {
  const there = known.get(after.design)
  if (there?.before === before.design) return there.words
  const words = describeEdit(before.design.spec, after.design.spec)
  known.set(after.design, { before: before.design, words })
  return words
}
