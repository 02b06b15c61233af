import { memo, useEffect, useState } from 'react'
import type { Design } from '../core.ts'
import { closeDialog } from '../dialogs.ts'
import { downloadFile, type OutputFile } from '../output/index.ts'
import { outputFiles } from '../output/output-files.ts'
import { renderApart, whyNot } from '../render/index.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { announce, Button, CopyButton, Select } from '../ui/index.ts'
import { t } from '../words/index.ts'
import type { NamedVm } from './set-jobs.ts'
import { setWriter } from './set-worker.ts'
import { TextPreview } from './TextPreview.tsx'

/** One VM of the set: its texts, and itself as a design of its own. */
export const OneVm = memo(function OneVm({ vms }: { readonly vms: readonly NamedVm[] }) {
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, vms.length - 1)
  return (
    <section className="set-part" aria-label={t`One of them`}>
      <h3>{t`One of them`}</h3>
      <Select
        label={t`VM`}
        value={String(index)}
        empty={null}
        onChange={(value) => setChosen(Number(value ?? 0))}
        options={vms.map(({ name, row }, at) => ({
          value: String(at),
          label: name,
          description: t`Row ${row + 1}`,
        }))}
      />
      <TextsOfOne index={index} />
    </section>
  )
})

function TextsOfOne({ index }: { readonly index: number }) {
  const { design, files, failure } = useTextsOf(index)
  const [shown, setShown] = useState('xml')
  const file = files.find(({ id }) => id === shown) ?? files[0]
  return (
    <>
      <div className="set-count__row">
        <ChooseFile files={files} shown={file?.id} onChange={setShown} />
        {file !== undefined && <TakeFile file={file} />}
        {design !== undefined && (
          <Button onPress={() => openAlone(design)}>{t`Open ${design.name} as a design of its own`}</Button>
        )}
      </div>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {file !== undefined && <TextPreview text={file.text} language={file.language} label={file.name} />}
    </>
  )
}

const ChooseFile = memo(function ChooseFile(props: {
  readonly files: readonly OutputFile[]
  readonly shown: string | undefined
  readonly onChange: (id: string) => void
}) {
  const { files, shown, onChange } = props
  return (
    <Select
      label={t`Text`}
      value={shown}
      empty={null}
      onChange={(id) => onChange(id ?? 'xml')}
      options={files.map(({ id, name, about }) => ({ value: id, label: name, description: about }))}
    />
  )
})

function TakeFile({ file }: { readonly file: OutputFile }) {
  return (
    <>
      <CopyButton tone="plain" text={file.text} what={file.name}>{t`Copy`}</CopyButton>
      <Button
        icon="download"
        aria-label={t`Download ${file.name}`}
        onPress={() => {
          downloadFile(file)
          announce(t`Downloaded ${file.name}`)
        }}
      >{t`Download`}</Button>
    </>
  )
}

function openAlone(design: Design): void {
  const { name } = vmDocument.store.getState().design
  closeDialog()
  vmDocument.replace(design, t`open ${design.name}`)
  announce(t`Opened ${design.name}; ${name} stays among the designs`)
}

interface TextsOfVm {
  readonly design: Design | undefined
  readonly files: readonly OutputFile[]
  readonly failure: string | undefined
}

const nothing: TextsOfVm = { design: undefined, files: [], failure: undefined }

/** Typing rests this long before the VM is drawn. */
const pauseMs = 400

/** The texts of a VM, and anew when the set is another one. */
function useTextsOf(index: number): TextsOfVm {
  const design = useVmDocument((state) => state.design)
  const table = useVmDocument((state) => state.table)
  const host = useVmDocument((state) => state.host)
  const [texts, setTexts] = useState(nothing)
  useEffect(() => {
    let isGone = false
    const draw = async (): Promise<TextsOfVm> => {
      if (table === undefined) return nothing
      const made = await setWriter.ask('vm', { design, table, index })
      if (made.kind !== 'done') return { ...nothing, failure: whyNot(made) }
      if (made.answer === undefined) return nothing
      const drawn = await renderApart(made.answer, host)
      return drawn.kind === 'done'
        ? { design: made.answer, files: textsIn(outputFiles(drawn.answer)), failure: undefined }
        : { ...nothing, design: made.answer, failure: whyNot(drawn) }
    }
    const timer = setTimeout(async () => {
      const next = isGone ? undefined : await draw()
      if (!isGone && next !== undefined) setTexts(next)
    }, pauseMs)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [design, table, host, index])
  return texts
}

/** The command by hand is written for the design of the page alone. */
function textsIn(files: readonly OutputFile[]): readonly OutputFile[] {
  return files.filter(({ id }) => id !== 'by-hand')
}
