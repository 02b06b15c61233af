/** Gives a design to the person as a file, whatever became of storing it. Import this file lazily. */

import { writeTable } from '../../core/set/write-table.ts'
import { writeSpec } from '../../core/spec/write-spec.ts'
import type { TextKind } from '../document/vm-document.ts'
import { downloadFile } from '../output/index.ts'
import { isGivenUp, runTextJob } from '../texts/index.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import type { Work } from './stored-work.ts'

const kinds: readonly TextKind[] = ['yaml', 'xml']

/** A file of a design. */
interface WorkFile {
  readonly name: string
  readonly text: string
}

/** The vm.yml, the person's own when there is one, the table of its VMs, and what was typed and is not read beside it. */
export async function filesOfWork({
  design,
  table,
  specDocument,
  drafts,
}: Work): Promise<readonly WorkFile[]> {
  const { name } = design
  const written =
    specDocument === undefined
      ? undefined
      : await runTextJob('write-yaml', { text: specDocument.text, vm: specDocument.vm, design })
  const text = written === undefined || isGivenUp(written) ? writeSpec(design) : written.text
  const typed = kinds.flatMap((kind) => {
    const draft = drafts[kind]
    return draft === undefined
      ? []
      : [{ name: `${name}.typed.${kind === 'xml' ? 'xml' : 'yml'}`, text: draft.text }]
  })
  const ofTable = table === undefined ? [] : [{ name: `${name}.csv`, text: writeTable(table) }]
  return [{ name: `${name}.yml`, text }, ...ofTable, ...typed]
}

/** Downloads those. */
export async function downloadWork(work: Work): Promise<void> {
  const files = await filesOfWork(work)
  for (const [index, { name, text }] of files.entries())
    downloadFile({ name, mime: index === 0 ? 'application/yaml' : 'text/plain', text })
  announce(t`Downloaded ${files.map(({ name }) => name).join(', ')}`)
}
