/** Outputs leave the page as the design says them now; what is wrong with it is said before. */

import type { Finding, SensitiveThing } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import {
  heldText,
  type RenderTrouble,
  renderedStore,
  whenWritten,
  whenWrittenByHand,
} from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { isGivenUp, runTextJob } from '../texts/index.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { markClean } from './marked-since.ts'
import { downloadFile, type OutputFile, outputFiles } from './output-files.ts'
import { storesSpec } from './spec-in-xml.ts'

export interface SettledFile {
  readonly file: OutputFile
  /** Why the file is of an earlier design; undefined when it is of the present one. */
  readonly trouble: RenderTrouble | undefined
}

/**
 * A file when every text is written. Of a design that can't be drawn only the YAML is of the present: as it is stored.
 *
 * @returns undefined when there is no such file
 */
export async function settledFile(id: string): Promise<SettledFile | undefined> {
  const trouble = await (id === 'by-hand' ? whenWrittenByHand() : whenWritten())
  const { rendered } = renderedStore.getState()
  const file = outputFiles(rendered).find((one) => one.id === id)
  if (file === undefined) return undefined
  if (trouble !== undefined && id === 'yaml')
    return { file: { ...file, ...storedYaml() }, trouble: undefined }
  return { file, trouble }
}

/** The text as it leaves the page: XML of the present design holds that design, too, unless it says all of it or the person does not want it. */
export async function textToTake({ file, trouble }: SettledFile): Promise<string> {
  if (file.id !== 'xml' || trouble !== undefined || !storesSpec()) return file.text
  const { design, specDocument } = vmDocument.store.getState()
  const { host } = renderedStore.getState().rendered
  const stored = await runTextJob('store-spec', { xml: file.text, design, own: specDocument?.text, host })
  if (!isGivenUp(stored)) return stored.text
  announce(t`The XML is without the design, which could not be put in`)
  return file.text
}

function storedYaml(): Pick<OutputFile, 'name' | 'text'> {
  const document = vmDocument.store.getState()
  return { name: `${document.design.name}.yml`, text: heldText(document) }
}

/** Downloads one of the files, after a question when the design has errors. */
export async function takeFile(id: string): Promise<void> {
  const settled = await settledFile(id)
  if (settled === undefined) return
  const { file, trouble } = settled
  const text = await textToTake(settled)
  if (trouble !== undefined && file.text === '') {
    announce(t`There is no ${file.name}. ${trouble.why}`)
    return
  }
  askBeforeTaking(file.name, [], () => {
    downloadFile({ ...file, text })
    markClean(file)
    announce(t`Downloaded ${file.name}${staleWords(trouble)}`)
  })
}

/** Downloads the design as it is stored, without drawing it and without a question. */
export function takeStoredYaml(): void {
  const { name, text } = storedYaml()
  downloadFile({ name, text, mime: 'application/yaml' })
  announce(t`Downloaded ${name}`)
}

/** After the name of a file that is of an earlier design. */
export function staleWords(trouble: RenderTrouble | undefined): string {
  return trouble === undefined ? '' : t`, which is not up to date`
}

/** Calls `take` at once when there is nothing to say; else the errors and the secrets are shown and the person decides. */
export function askBeforeTaking(name: string, things: readonly SensitiveThing[], take: () => void): void {
  const errors: readonly Finding[] = renderedStore
    .getState()
    .rendered.findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0 && things.length === 0) take()
  else openDialog({ kind: 'download', name, errors, things, take })
}
