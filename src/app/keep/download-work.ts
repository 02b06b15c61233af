/** Gives a design to the person as a file, whatever became of storing it. Import this file lazily. */
import { writeSpec } from '../../core/spec/write-spec.ts'
import type { TextKind } from '../document/vm-document.ts'
import { downloadFile } from '../output/index.ts'
import { isGivenUp, runTextJob } from '../texts/index.ts'
import { announce } from '../ui/index.ts'
import type { Work } from './stored-work.ts'

const kinds: readonly TextKind[] = ['yaml', 'xml']

/** Downloads the vm.yml, the person's own when there is one, and what was typed and is not read beside it. */
export async function downloadWork({ design, specDocument, drafts }: Work): Promise<void> {
  const { name } = design
  const written =
    specDocument === undefined
      ? undefined
      : await runTextJob('write-yaml', { text: specDocument.text, vm: specDocument.vm, design })
  const text = written === undefined || isGivenUp(written) ? writeSpec(design) : written.text
  downloadFile({ name: `${name}.yml`, mime: 'application/yaml', text })
  const typed = kinds.flatMap((kind) => {
    const draft = drafts[kind]
    return draft === undefined ? [] : [{ name: `${name}.typed.${kind === 'xml' ? 'xml' : 'yml'}`, draft }]
  })
  for (const one of typed) downloadFile({ name: one.name, mime: 'text/plain', text: one.draft.text })
  announce(`Downloaded ${[`${name}.yml`, ...typed.map((one) => one.name)].join(', ')}`)
}
