import { type ReactNode, useEffect, useRef, useState } from 'react'
import { closeDialog } from '../dialogs.ts'
import { formatTime } from '../format-time.ts'
import { type KeptAside, type KeptDesign, listAside } from '../keep/kept-list.ts'
import { downloadKept, openKept } from '../keep/open-kept.ts'
import { nameProblem } from '../name-problem.ts'
import { startingDesign } from '../starting-design.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { announce, Button, CopyButton, Dialog, IconButton, TextField, TypedForm } from '../ui/index.ts'
import { t } from '../words/index.ts'
import {
  duplicateDesign,
  exportDesigns,
  type Imported,
  importDesigns,
  openAnother,
  openDesign,
  renameDesign,
} from './design-actions.ts'
import { useRailLines } from './rail-line.ts'
import { type AsideRows, type DesignRows, useAsides, useDesigns } from './use-designs.ts'
import './designs.css'

/** All designs of this browser, and what could not be opened. */
export function DesignsDialog({ file }: { readonly file?: File | undefined }) {
  const designs = useDesigns()
  const asides = useAsides(listAside)
  const lines = useRailLines(designs.rows)
  const [imported, setImported] = useState<Imported>()
  const taken = useRef<File>(undefined)
  const chooser = useRef<HTMLInputElement>(null)
  const take = async (one: File) => {
    const next = await importDesigns(one)
    setImported(next)
    announce(importedInWords(next))
    designs.look()
  }
  useEffect(() => {
    if (file === undefined || taken.current === file) return
    taken.current = file
    void take(file)
  })
  const startAnew = () => {
    closeDialog()
    vmDocument.replace(startingDesign, t`start a new VM`, { isGiven: true })
    announce(t`Started a new VM; the one before stays among the designs`)
  }
  const kept = designs.rows.filter(({ key }) => !designs.isForgotten(key))
  return (
    <Dialog title={t`Designs`} open onClose={closeDialog} actions={[]} cancel={t`Close`} wide>
      <div className="designs__head">
        <Button icon="plus" onPress={startAnew}>{t`New VM`}</Button>
        <Button icon="download" onPress={() => void exportDesigns(kept)}>{t`Export all as zip`}</Button>
        <Button icon="upload" onPress={() => chooser.current?.click()}>{t`Import a zip`}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t`Import a zip`}
          accept=".zip,application/zip"
          onChange={(event) => {
            const one = event.target.files?.item(0)
            if (one) void take(one)
            event.target.value = ''
          }}
        />
      </div>
      <p className="kept-about">
        {designs.hasDatabase
          ? t`Every VM that was made or opened in this browser. They stay here, on this device alone, until they are deleted or the browser’s data is: export them to be safe.`
          : t`This browser keeps no database for this page, as in a private window: only the last 20 designs stay, and no history. Export them before you close it.`}
      </p>
      {imported !== undefined && <ImportedFrom imported={imported} />}
      <ul className="kept-list" aria-label={t`Designs`}>
        {designs.rows.map((design) => (
          <DesignRow
            key={design.key}
            design={design}
            line={lines.get(design.text)}
            designs={designs}
            names={kept.map(({ name }) => name)}
          />
        ))}
      </ul>
      {asides.rows.length > 0 && (
        <section className="kept-asides" aria-label={t`Set aside`}>
          <h3>{t`Set aside`}</h3>
          <p className="kept-about">{t`What was stored and could not be opened. It stays until it is forgotten.`}</p>
          <ul className="kept-list">
            {asides.rows.map((aside) => (
              <AsideRow key={aside.key} aside={aside} asides={asides} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}

function importedInWords({ from, names, known, problems }: Imported): string {
  return [
    names.length === 0
      ? t`No new design in ${from}`
      : t`Imported ${names.length === 1 ? (names[0] ?? '') : t`${names.length} designs`} from ${from}`,
    known > 0 ? (known === 1 ? t`1 was there already` : t`${known} were there already`) : '',
    problems.length > 0 ? t`${problems.length} left out` : '',
  ]
    .filter((words) => words !== '')
    .join('; ')
}

/** More sentences of the kind tell nothing new. */
const mostProblems = 20

function ImportedFrom({ imported }: { readonly imported: Imported }) {
  const { problems } = imported
  const more = problems.length - mostProblems
  return (
    <div className="designs__imported" role="status">
      <p>{importedInWords(imported)}.</p>
      {problems.length > 0 && (
        <ul>
          {problems.slice(0, mostProblems).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {more > 0 && <li>{t`And ${more} more.`}</li>}
        </ul>
      )}
    </div>
  )
}

function Gone(props: { readonly children: ReactNode; readonly onBack: () => void }) {
  return (
    <li className="kept-row kept-row--gone">
      <span className="kept-row__words">{props.children}</span>
      <Button size="small" icon="undo" onPress={props.onBack}>{t`Bring back`}</Button>
    </li>
  )
}

function DesignRow(props: {
  readonly design: KeptDesign
  /** As the rail says it; undefined until it is known. */
  readonly line: string | undefined
  readonly designs: DesignRows
  readonly names: readonly string[]
}) {
  const { design, line, designs, names } = props
  const { key, name, about, savedAt, read, text } = design
  const isOpen = useVmDocument((state) => state.id === key)
  const [isNaming, setNaming] = useState(false)
  if (designs.isForgotten(key))
    return (
      <Gone onBack={() => void designs.bringBack(design)}>{t`${name} is deleted when this is closed`}</Gone>
    )
  const canOpen = read.kind !== 'unreadable'
  const open = () => {
    closeDialog()
    void openDesign(design)
  }
  const remove = async () => {
    if (isOpen)
      await openAnother(designs.rows.filter((row) => row.key !== key && !designs.isForgotten(row.key)))
    await designs.forget(design)
  }
  const act = async (what: Promise<void>) => {
    await what
    designs.look()
  }
  return (
    <li className="kept-row" aria-current={isOpen ? 'true' : undefined}>
      {isNaming ? (
        <NewName
          name={name}
          onCancel={() => setNaming(false)}
          onName={(to) => {
            setNaming(false)
            void act(renameDesign(design, to))
          }}
        />
      ) : (
        <div className="kept-row__words">
          <strong>{name}</strong>
          {isOpen && <span className="designs__open">{t`open`}</span>}
          <When time={savedAt} />
          <span className="kept-row__about designs__line" title={line ?? about}>
            {[line ?? about, line !== undefined && read.kind === 'work' ? read.because : undefined]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      )}
      <div className="kept-row__buttons">
        {canOpen && !isOpen && (
          <Button size="small" aria-label={t`Open ${name}`} onPress={open}>{t`Open`}</Button>
        )}
        {canOpen && (
          <>
            <IconButton
              icon="pencil"
              label={t`Rename ${name}`}
              tooltip={t`Rename`}
              onPress={() => setNaming(true)}
            />
            <IconButton
              icon="copy"
              label={t`Duplicate ${name}`}
              tooltip={t`Duplicate`}
              onPress={() => void act(duplicateDesign(design, names))}
            />
          </>
        )}
        <IconButton
          icon="download"
          label={t`Download ${name}`}
          tooltip={canOpen ? t`Download its vm.yml` : t`Download it as it is stored`}
          onPress={() => void downloadKept(name, read, text)}
        />
        <IconButton
          icon="trash"
          label={t`Delete ${name}`}
          tooltip={t`Delete`}
          onPress={() => void remove()}
        />
      </div>
    </li>
  )
}

function NewName(props: {
  readonly name: string
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}) {
  const { name, onName, onCancel } = props
  const [typed, setTyped] = useState<string | undefined>(name)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.select(), [])
  return (
    <form
      ref={form}
      className="designs__name"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== undefined && typed !== name) onName(typed)
        else onCancel()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <TypedForm>
        <TextField
          label={t`New name of ${name}`}
          hideLabel
          value={name}
          validate={nameProblem}
          onChange={setTyped}
        />
      </TypedForm>
      <Button size="small" type="submit">{t`Rename`}</Button>
    </form>
  )
}

function AsideRow({ aside, asides }: { readonly aside: KeptAside; readonly asides: AsideRows }) {
  const { key, of, savedAt, values, read, content } = aside
  if (asides.isForgotten(key))
    return <Gone onBack={() => asides.bringBack(aside)}>{t`${of} is forgotten when this is closed`}</Gone>
  const open = () => {
    closeDialog()
    openKept(read)
  }
  return (
    <li className="kept-row">
      <div className="kept-row__words">
        <strong>{of}</strong>
        <When time={savedAt} />
        <span className="kept-row__about">
          {values.length === 0
            ? t`${content.length} characters that this page ${read.kind === 'unreadable' ? t`can’t read` : t`did not read before`}`
            : t`opened without ${values.length === 1 ? t`this value` : t`these ${values.length} values`}`}
        </span>
      </div>
      <div className="kept-row__buttons">
        {read.kind !== 'unreadable' && (
          <Button size="small" aria-label={t`Open ${of}`} onPress={open}>{t`Open`}</Button>
        )}
        <CopyButton text={content} what={of} />
        <IconButton
          icon="download"
          label={t`Download ${of}`}
          tooltip={read.kind === 'unreadable' ? t`Download it as it is stored` : t`Download its vm.yml`}
          onPress={() => void downloadKept(of, read, content)}
        />
        <IconButton
          icon="trash"
          label={t`Forget ${of}`}
          tooltip={t`Forget`}
          onPress={() => asides.forget(aside)}
        />
      </div>
      {values.length > 0 && (
        <dl className="kept-values">
          {values.map(({ path, value, why }) => (
            <div key={path}>
              <dt>{path || t`spec`}</dt>
              <dd>
                <code>{shortened(JSON.stringify(value) ?? 'nothing')}</code>
                <span>{why}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** As much as tells it from others; all of it is copied and downloaded. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)} …` : text
}

function When({ time }: { readonly time: number | undefined }) {
  if (time === undefined) return null
  const date = new Date(time)
  return (
    <time className="kept-row__when" dateTime={date.toISOString()} title={date.toLocaleString()}>
      {formatTime(date)}
    </time>
  )
}
