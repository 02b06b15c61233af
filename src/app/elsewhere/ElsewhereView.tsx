import { useEffect } from 'react'
import { ownValue } from '../../core/index.ts'
import { targetTitles, writtenTargetIds } from '../../core/target-ids.ts'
import type { TargetFile } from '../../core/targets/target.ts'
import type { Position } from '../core.ts'
import { FileText } from '../output/FileText.tsx'
import { askBeforeTaking, downloadBytes, downloadFile, type OutputFile } from '../output/index.ts'
import { announce, Button, CopyButton, IconButton, Segments, Select, TypedForm } from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import {
  chooseOption,
  chooseTarget,
  type Elsewhere,
  followElsewhere,
  showTargetFile,
  useElsewhere,
  whenWrittenElsewhere,
  writeAgain,
} from './elsewhere.ts'
import { languageOfTarget } from './language-of-target.ts'
import { TargetChoices } from './TargetChoices.tsx'
import type { WrittenElsewhere } from './target-jobs.ts'
import { zipTarget } from './zip-target.ts'
import './elsewhere.css'

/** The design in a format of others: which one, its files, and what they leave to choose. */
export function ElsewhereView({ goTo }: { readonly goTo: Position | undefined }) {
  useEffect(followElsewhere, [])
  const elsewhere = useElsewhere()
  const { id, written, failure } = elsewhere
  const file = shownFile(elsewhere)
  // Here is one VM.
  const options = Object.entries(written?.options ?? {}).filter(([, { ofSets }]) => ofSets !== true)
  return (
    <>
      <div className="elsewhere__choice">
        <TypedForm>
          <Select
            label={t`For`}
            hideLabel
            value={id}
            empty={null}
            onChange={(value) => value !== undefined && chooseTarget(value)}
            options={writtenTargetIds.map((value) => ({ value, label: translated(targetTitles[value]) }))}
          />
          <TargetChoices
            options={Object.fromEntries(options)}
            choiceOf={(name) => ownValue(elsewhere.choices, name)}
            onChoose={chooseOption}
          />
        </TypedForm>
        {written !== undefined && written.files.length > 1 && file !== undefined && (
          <>
            <Segments
              label={t`File`}
              value={file.name}
              onChange={showTargetFile}
              segments={written.files.map(({ name }) => ({ value: name, label: name }))}
            />
            <Button size="small" icon="download" onPress={() => void takeZip()}>{t`All as zip`}</Button>
          </>
        )}
      </div>
      {failure !== undefined && (
        <div className="output__nothing" role="alert">
          <p>{failure}</p>
          <Button size="small" icon="reset" onPress={writeAgain}>{t`Retry`}</Button>
        </div>
      )}
      {written === undefined || file === undefined ? (
        failure === undefined && <p className="output__nothing">{t`Writing it …`}</p>
      ) : 'bytes' in file ? (
        <p className="output__nothing">
          {t`${file.name} is no text: ${translated(file.about)}, ${Math.ceil(file.bytes.length / 1024)} KiB.`}
        </p>
      ) : (
        <FileText file={outputFile(written, file)} findings={written.findings} goTo={goTo} />
      )}
    </>
  )
}

/** Copy and download of the file that is shown. */
export function ElsewhereActions() {
  const elsewhere = useElsewhere()
  const file = shownFile(elsewhere)
  if (elsewhere.written === undefined || file === undefined) return null
  const { name } = file
  const settled = async () => (await whenWrittenElsewhere())?.files.find((one) => one.name === name) ?? file
  const take = async () => {
    const now = await settled()
    askBeforeTaking(name, [], () => {
      if ('bytes' in now) downloadBytes({ name: lastOf(name), mime: binary, bytes: owned(now.bytes) })
      else downloadFile({ name: lastOf(name), mime: binary, text: now.text })
      announce(t`Downloaded ${name}`)
    })
  }
  return (
    <>
      {!('bytes' in file) && (
        <CopyButton
          text={async () => {
            const now = await settled()
            return 'bytes' in now ? '' : now.text
          }}
          what={name}
        />
      )}
      <IconButton icon="download" label={t`Download ${name}`} onPress={() => void take()} />
    </>
  )
}

/** Without a type that the browser knows an ending for: the name is the one that the target wants. */
const binary = 'application/octet-stream'

async function takeZip(): Promise<void> {
  const written = await whenWrittenElsewhere()
  if (written === undefined) return
  const zip = await zipTarget(written.name, written.id, written.files)
  askBeforeTaking(zip.name, [], () => {
    downloadBytes(zip)
    announce(t`Downloaded ${zip.name}`)
  })
}

function shownFile({ written, file }: Elsewhere): TargetFile | undefined {
  return written?.files.find(({ name }) => name === file) ?? written?.files[0]
}

function outputFile({ id }: WrittenElsewhere, file: Exclude<TargetFile, { bytes: unknown }>): OutputFile {
  return {
    id: `${id}/${file.name}`,
    tab: 'elsewhere',
    name: file.name,
    label: file.name,
    about: translated(file.about),
    language: languageOfTarget(file.language),
    mime: binary,
    text: file.text,
    lines: file.lines,
  }
}

/** A name without its folders, which a browser would not make. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/** Bytes that no one else writes to. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
