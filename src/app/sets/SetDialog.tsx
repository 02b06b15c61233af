import { useId, useMemo } from 'react'
import type { SetFinding, SetTable } from '../../core/set/set.ts'
import { writeTable } from '../../core/set/write-table.ts'
import { countFindings } from '../core.ts'
import { closeDialog } from '../dialogs.ts'
import { pickFiles } from '../open/pick-files.ts'
import { whyNot } from '../render/index.ts'
import { useVmDocument } from '../store.ts'
import { announce, Button, CopyButton, Dialog } from '../ui/index.ts'
import { counted, countsOf, t } from '../words/index.ts'
import { AddColumn } from './AddColumn.tsx'
import { CountNames } from './CountNames.tsx'
import { giveUpTable, takePasted } from './change-table.ts'
import { findingInWords } from './finding-in-words.ts'
import { focusCellSoon } from './focus-cell.ts'
import { listed } from './listed.ts'
import { OneVm } from './OneVm.tsx'
import { wholeTable } from './paste-table.ts'
import { marksOf, type RowMarks } from './places.ts'
import { SetFindings } from './SetFindings.tsx'
import { SetTableView } from './SetTableView.tsx'
import { useSetAnswer } from './set-answers.ts'
import type { SetForHost } from './set-jobs.ts'
import { setChecker, setWriter } from './set-worker.ts'
import { WholeSet } from './WholeSet.tsx'
import './sets.css'

/** Many VMs of one design: the table that says what is another in each, and all that comes of it. */
export function SetDialog() {
  const table = useVmDocument((state) => state.table)
  return (
    <Dialog title={t`Many from one`} open onClose={closeDialog} actions={[]} cancel={t`Close`} wide>
      {table === undefined ? <Begin /> : <Present table={table} />}
    </Dialog>
  )
}

function Begin() {
  const name = useVmDocument((state) => state.design.name)
  return (
    <div className="set" onPaste={pasteTable}>
      <p>{t`Several VMs of this design, each with what is another in it: its name, its MAC address, its port, or any other field. A row of a table is a VM.`}</p>
      <CountNames start={`${name}-{01..03}`} />
      <p>{t`Or a table that there is already: its first line says what its columns are about, such as name, mac and host port.`}</p>
      <div className="set-count__row">
        <PasteHere />
        <OpenTable />
      </div>
    </div>
  )
}

function PasteHere() {
  const id = useId()
  return (
    <div className="set-paste">
      <label htmlFor={id}>{t`Paste from a spreadsheet, or CSV`}</label>
      <textarea
        id={id}
        className="pasted"
        rows={3}
        spellCheck={false}
        placeholder={'name\tmac\thost port'}
        onChange={(event) => takeText(event.target.value)}
      />
    </div>
  )
}

function pasteTable(event: React.ClipboardEvent): void {
  if (takeText(event.clipboardData.getData('text/plain'))) event.preventDefault()
}

/** True when the text was a table, which is the one of the page then, if it may be. */
function takeText(text: string): boolean {
  const pasted = wholeTable(text)
  if (pasted === undefined) return false
  if (takePasted(pasted, t`paste the table`)) focusCellSoon({ row: 0, column: 0 })
  return true
}

function OpenTable() {
  const take = async (file: File) => {
    if (!takeText(await file.text())) announce(t`${file.name} has no table whose heading says name`)
  }
  const ask = () =>
    pickFiles('.csv,.tsv,.txt,text/csv,text/tab-separated-values', ([file]) => {
      if (file !== undefined) void take(file)
    })
  return <Button icon="upload" onPress={ask}>{t`Open a table`}</Button>
}

const check = (set: SetForHost) => setChecker.ask('check', set)
const checkEach = (set: SetForHost) => setWriter.ask('checkEach', set)
const noFindings: readonly SetFinding[] = []
const noMarks: ReadonlyMap<number, RowMarks> = new Map()

function Present({ table }: { readonly table: SetTable }) {
  const name = useVmDocument((state) => state.design.name)
  const checked = useSetAnswer(check)
  const each = useSetAnswer(checkEach)
  const ofTable = checked?.outcome.kind === 'done' ? checked.outcome.answer.findings : noFindings
  const ofEach = each?.outcome.kind === 'done' ? each.outcome.answer : noFindings
  const findings = useMemo(() => [...ofTable, ...ofEach], [ofTable, ofEach])
  const marks = useMemo(
    () => marksOf(findings.map((finding) => ({ ...finding, message: findingInWords(finding) }))),
    [findings],
  )
  // Rows and columns that came or went since have other places than the findings say.
  const isOfShape = (held: SetTable | undefined) =>
    held?.rows.length === table.rows.length && held.columns.length === table.columns.length
  const shownMarks = isOfShape(checked?.table) && isOfShape(each?.table ?? checked?.table) ? marks : noMarks
  const vms = checked?.outcome.kind === 'done' ? checked.outcome.answer.vms : []
  return (
    <div className="set">
      <p role="status">
        {checked === undefined
          ? t`Looking at the table …`
          : checked.outcome.kind !== 'done'
            ? whyNot(checked.outcome)
            : vms.length === 0
              ? t`No VM comes of the table yet.`
              : t`${counted(vms.length, 'VM')} of ${name}, ${countsOf(countFindings(findings))}: ${listed(vms.map((vm) => vm.name))}`}
      </p>
      <section className="set-part" aria-label={t`The table`}>
        <SetTableView table={table} marks={shownMarks} />
        <SetFindings findings={findings} />
        <CountNames start={`${name}-{${table.rows.length + 1}..${table.rows.length + 3}}`} />
        <AddColumn columns={table.columns} />
        <div className="set-count__row">
          <CopyButton
            tone="plain"
            text={() => writeTable(table, '\t')}
            what={t`the table`}
          >{t`Copy`}</CopyButton>
          <OpenTable />
          <Button tone="quiet" icon="trash" onPress={giveUpTable}>{t`Back to one VM`}</Button>
        </div>
      </section>
      {vms.length > 0 && (
        <>
          <WholeSet count={vms.length} />
          <OneVm vms={vms} />
        </>
      )}
    </div>
  )
}
