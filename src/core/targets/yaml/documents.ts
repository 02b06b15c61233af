/** Objects of Kubernetes as one text of YAML, with the place of the design that each line is from. */
import type { Path } from '../../finding.ts'
import type { UnknownRecord } from '../../table/index.ts'
import type { Way } from '../kubevirt/words/tree.ts'
import { type PrintedLine, printedYaml } from './print.ts'

export interface DocumentsText {
  readonly text: string
  readonly lines: readonly Path[]
}

/** @param placeOf the place of the design for the way to a value in an object; `[]` for none */
export function documentsText(
  documents: readonly UnknownRecord[],
  placeOf: (document: UnknownRecord, way: Way) => Path,
  comment = '',
): DocumentsText {
  const lines: (PrintedLine & { readonly document?: UnknownRecord })[] = []
  if (comment !== '') lines.push({ text: `# ${comment}`, way: [] })
  for (const [index, document] of documents.entries()) {
    if (index > 0) lines.push({ text: '---', way: [] })
    for (const line of printedYaml(document)) lines.push({ ...line, document })
  }
  return {
    text: lines.map(({ text }) => `${text}\n`).join(''),
    lines: lines.map(({ document, way }) => (document === undefined ? [] : placeOf(document, way))),
  }
}
