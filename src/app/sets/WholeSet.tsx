import { memo, useCallback, useState } from 'react'
import { ownValue } from '../../core/index.ts'
import { targetTitles, writtenTargetIds } from '../../core/target-ids.ts'
import type { TargetText } from '../../core/targets/target.ts'
import type { SensitiveThing } from '../core.ts'
import { languageOfTarget } from '../elsewhere/language-of-target.ts'
import { TargetChoices } from '../elsewhere/TargetChoices.tsx'
import { zipTarget } from '../elsewhere/zip-target.ts'
import { downloadBytes, downloadFile, storesSpec } from '../output/index.ts'
import { whyNot } from '../render/index.ts'
import { Things } from '../share/Things.tsx'
import { vmDocument } from '../store.ts'
import { announce, Button, CopyButton, Select } from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import { SetFindings } from './SetFindings.tsx'
import { useSetAnswer } from './set-answers.ts'
import type { SetForHost, WholeFormat, WrittenWhole, ZippedSet } from './set-jobs.ts'
import { setWriter } from './set-worker.ts'
import { TextPreview } from './TextPreview.tsx'

/** All VMs at once: the zip that makes them, and each format that says them as a whole. */
export const WholeSet = memo(function WholeSet({ count }: { readonly count: number }) {
  const [format, setFormat] = useState<WholeFormat>('yaml')
  return (
    <section className="set-part" aria-label={t`All of them`}>
      <h3>{t`All of them`}</h3>
      <ZipOfSet count={count} />
      <Select<WholeFormat>
        label={t`As one text`}
        value={format}
        empty={null}
        onChange={(value) => value !== undefined && setFormat(value)}
        options={[
          { value: 'yaml', label: t`vm.yml with all VMs` },
          ...writtenTargetIds.map((id) => ({ value: id, label: translated(targetTitles[id]) })),
        ]}
      />
      <InFormat key={format} format={format} />
    </section>
  )
})

function InFormat({ format }: { readonly format: WholeFormat }) {
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const ask = useCallback(
    (set: SetForHost) => setWriter.ask('write', { ...set, format, choices }),
    [format, choices],
  )
  const outcome = useSetAnswer(ask)?.outcome
  if (outcome === undefined) return <p className="set-quiet">{t`Writing it …`}</p>
  if (outcome.kind !== 'done') return <p role="alert">{whyNot(outcome)}</p>
  return (
    <WrittenFiles
      written={outcome.answer}
      choices={choices}
      onChoose={(name, word) => setChoices({ ...choices, [name]: word })}
    />
  )
}

function ZipOfSet({ count }: { readonly count: number }) {
  const [made, setMade] = useState<ZippedSet>()
  const [failure, setFailure] = useState<string>()
  const [isAtWork, setIsAtWork] = useState(false)
  const take = async () => {
    const { design, table, host } = vmDocument.store.getState()
    if (table === undefined) return
    setIsAtWork(true)
    const outcome = await setWriter.ask('bundle', { design, table, host, storesSpec: storesSpec() })
    setIsAtWork(false)
    setFailure(outcome.kind === 'done' ? undefined : whyNot(outcome))
    if (outcome.kind !== 'done') return
    setMade(outcome.answer)
    if (outcome.answer.secrets.length === 0) give(outcome.answer)
  }
  return (
    <>
      <p>
        {t`One zip has a folder for each VM, and above them create.sh, which makes and starts all, and destroy.sh, which takes all away.`}
      </p>
      <div>
        <Button icon="download" disabled={count === 0 || isAtWork} onPress={() => void take()}>
          {isAtWork ? t`Packing …` : t`Download ${count} VMs as zip`}
        </Button>
      </div>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {made !== undefined && made.secrets.length > 0 && (
        <Secrets secrets={made.secrets} onTake={() => give(made)} />
      )}
      {made !== undefined && <SetFindings findings={made.findings} />}
    </>
  )
}

function Secrets(props: { readonly secrets: readonly SensitiveThing[]; readonly onTake: () => void }) {
  return (
    <div role="status">
      <p>
        {t`These are in it: `}
        {t`Whoever gets the file can read them.`}
      </p>
      <Things things={props.secrets} />
      <Button icon="download" onPress={props.onTake}>{t`Download it with these`}</Button>
    </div>
  )
}

function give({ name, bytes }: ZippedSet): void {
  downloadBytes({ name: `${name}.zip`, mime: 'application/zip', bytes })
  announce(t`Downloaded ${name}.zip: unpack it on the host and run ./create.sh`)
}

/** Without a type that the browser knows an ending for: the name is the one that the target wants. */
const binary = 'application/octet-stream'

interface WrittenFilesProps {
  readonly written: WrittenWhole
  readonly choices: Readonly<Record<string, string>>
  readonly onChoose: (name: string, word: string) => void
}

const WrittenFiles = memo(function WrittenFiles({ written, choices, onChoose }: WrittenFilesProps) {
  const [chosen, setChosen] = useState<string>()
  const texts = written.files.filter((file): file is TargetText => 'text' in file)
  const file = texts.find(({ name }) => name === chosen) ?? texts[0]
  const takeAll = async () => {
    const { name } = vmDocument.store.getState().design
    const zip = await zipTarget(name, written.format, written.files)
    downloadBytes(zip)
    announce(t`Downloaded ${zip.name}`)
  }
  return (
    <>
      <div className="set-count__row">
        <TargetChoices
          options={written.options}
          choiceOf={(name) => ownValue(choices, name)}
          onChoose={onChoose}
        />
        {texts.length > 1 && (
          <Select
            label={t`File`}
            value={file?.name}
            empty={null}
            onChange={setChosen}
            options={texts.map(({ name, about }) => ({ value: name, description: translated(about) }))}
          />
        )}
        {file !== undefined && (
          <>
            <CopyButton tone="plain" text={file.text} what={file.name}>{t`Copy`}</CopyButton>
            <Button
              icon="download"
              aria-label={t`Download ${file.name}`}
              onPress={() => {
                const name = file.name.slice(file.name.lastIndexOf('/') + 1)
                downloadFile({ name, mime: binary, text: file.text })
                announce(t`Downloaded ${name}`)
              }}
            >{t`Download`}</Button>
          </>
        )}
        {written.files.length > 1 && (
          <Button icon="download" onPress={() => void takeAll()}>{t`All as zip`}</Button>
        )}
      </div>
      {file !== undefined && (
        <TextPreview text={file.text} language={languageOfTarget(file.language)} label={file.name} />
      )}
      <SetFindings findings={written.findings} />
    </>
  )
})
