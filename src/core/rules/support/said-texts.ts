/** Every text that a spec or a Domain holds. */
import type { Path } from '../../finding.ts'
import { isRecord, pathOf, type SaidField } from '../../table/index.ts'

/** One text of a field: itself, or an item of its list or map of texts. */
export interface SaidText {
  readonly of: SaidField
  /** Below the field. */
  readonly place: Path
  readonly text: string
}

/** All texts of these fields. */
export function textsOf(fields: readonly SaidField[]): readonly SaidText[] {
  const texts: SaidText[] = []
  for (const said of fields)
    if (typeof said.value === 'string') texts.push({ of: said, place: itself, text: said.value })
    else if (textual.has(said.field.kind)) collectTexts(said, said.value, itself, texts)
  return texts
}

/** Where the text stands. */
export function pathOfText({ of, place }: SaidText): Path {
  return [...pathOf(of), ...place]
}

const itself: Path = []

const textual: ReadonlySet<string> = new Set(['texts', 'entries', 'entriesList'])

function collectTexts(of: SaidField, held: unknown, place: Path, texts: SaidText[]): void {
  if (typeof held === 'string') texts.push({ of, place, text: held })
  else if (Array.isArray(held))
    for (const [index, item] of held.entries()) collectTexts(of, item, [...place, index], texts)
  else if (isRecord(held))
    for (const [name, item] of Object.entries(held)) collectTexts(of, item, [...place, name], texts)
}
