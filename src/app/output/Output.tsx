import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  type Finding,
  type Fix,
  formatPath,
  type Path,
  type Position,
  parsePath,
  specPathOf,
  targetOf,
  valueAt,
} from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { goToSpecPath, showSpecPath } from '../go.ts'
import { OutputPane } from '../layout/index.ts'
import { Boundary } from '../load/index.ts'
import { type Rendered, useRendered, useRevision, useTrouble } from '../render/index.ts'
import { type TextKind, useVmDocument, vmDocument } from '../store.ts'
import { useDraftProblem } from '../texts/index.ts'
import {
  announce,
  Button,
  CopyButton,
  type FindingItem,
  fieldPathOf,
  IconButton,
  readStored,
  Segments,
  type Tab,
  writeStored,
} from '../ui/index.ts'
import { type FindingsOfTab, findingsOfTab } from './findings-of-tab.ts'
import { markClean, useMarkedSince } from './marked-since.ts'
import { NotUpToDate } from './NotUpToDate.tsx'
import { type OutputFile, outputFiles, type TabId } from './output-files.ts'
import { SeedRow } from './SeedRow.tsx'
import { Status, textKindOf } from './Status.tsx'
import { TextView } from './TextView.tsx'
import { settledFile, staleWords, takeFile } from './take-file.ts'
import { specLines } from './yaml-paths.ts'
import './output.css'

const tabs: readonly Tab<TabId>[] = [
  { id: 'xml', label: 'XML' },
  { id: 'qemu', label: 'QEMU' },
  { id: 'yaml', label: 'YAML' },
  { id: 'cloud-init', label: 'cloud-init' },
  { id: 'files', label: 'Files' },
]

/** The right pane: every output of the design, following each keystroke, and what was found about it. */
export function Output() {
  const rendered = useRendered((all) => all)
  const revision = useRevision()
  const trouble = useTrouble()
  const hasOutputs = revision > 0
  const [tab, setTab] = useState<TabId>(rememberedTab)
  const [chosen, setChosen] = useState<Readonly<Partial<Record<TabId, string>>>>({})
  const [goTo, setGoTo] = useState<Position>()
  const files = useMemo(() => outputFiles(rendered), [rendered])
  const ofTab = files.filter((file) => file.tab === tab)
  const file = ofTab.find(({ id }) => id === chosen[tab]) ?? ofTab[0]

  const { safeFix } = rendered
  const { about, findings, elsewhere } = useFindingsOfTab(rendered, tab)
  const { spec } = rendered.design
  const items = useMemo(
    () =>
      findings.map(
        ({ severity, message, path, fix }, index): FindingItem => ({
          id: String(index),
          severity,
          message,
          path: formatPath(path),
          fix: fix?.title,
          changes: fix?.changes.map(({ path: at, value }) => ({
            path: formatPath(at),
            before: shortText(valueAt(spec, at)),
            after: shortText(value),
          })),
        }),
      ),
    [findings, spec],
  )
  const onGo = useCallback(
    (id: string) => {
      const finding = findings[Number(id)]
      if (finding !== undefined) goToSpecPath(finding.path)
    },
    [findings],
  )
  const onFix = useCallback(
    (id: string) => {
      const fix = findings[Number(id)]?.fix
      if (fix === undefined) return
      vmDocument.applyFix(fix)
      announce(fix.title)
    },
    [findings],
  )
  const show = (next: TabId) => {
    writeStored('output.tab', next)
    setTab(next)
    setGoTo(undefined)
  }

  return (
    <div
      className="output"
      data-rendered-revision={revision}
      data-stale={(trouble !== undefined && hasOutputs) || undefined}
    >
      <OutputPane
        tabs={tabs}
        current={tab}
        onSelect={show}
        actions={file === undefined ? null : <FileActions file={file} />}
        status={<Status tab={tab} onGo={setGoTo} />}
        findings={items}
        onGo={onGo}
        onFix={onFix}
        findingsAbout={about}
        findingsAside={
          <Button size="small" tone="quiet" onPress={() => openDialog({ kind: 'why' })}>
            Why did it fail?
          </Button>
        }
        findingsElsewhere={elsewhere.map(({ words, tab: other }) => ({ words, onShow: () => show(other) }))}
        findingsAction={safeFix === undefined ? undefined : <FixAll fix={safeFix} />}
      >
        <div className="output__body">
          {trouble !== undefined && <NotUpToDate trouble={trouble} />}
          {ofTab.length > 1 && file !== undefined && (
            <div className="output__files">
              <Segments
                label="File"
                value={file.id}
                onChange={(id) => setChosen({ ...chosen, [tab]: id })}
                segments={ofTab.map(({ id, label }) => ({ value: id, label }))}
              />
            </div>
          )}
          {!hasOutputs && trouble !== undefined ? null : file === undefined ? (
            tab === 'files' ? (
              <FileTable files={files} />
            ) : (
              <NothingHere tab={tab} />
            )
          ) : (
            <Boundary what={`The output ${file.label}`}>
              <FileText file={file} findings={findings} goTo={goTo} />
            </Boundary>
          )}
        </div>
      </OutputPane>
    </div>
  )
}

/** A value in one line; what is long ends in an ellipsis. */
function shortText(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const longest = 120

/** All fixes that need no decision, in one step that undo takes back. */
function FixAll({ fix }: { readonly fix: Fix }) {
  const apply = () => {
    vmDocument.applyFix(fix)
    announce(fix.title)
  }
  return (
    <div className="output__fix-all">
      <Button size="small" icon="fix" onPress={apply}>
        Fix all safe ones ({fix.title.replace(/\D/g, '')})
      </Button>
    </div>
  )
}

function rememberedTab(): TabId {
  const stored = readStored('output.tab')
  return tabs.find(({ id }) => id === stored)?.id ?? 'xml'
}

/** The same list while nothing of it changed: the marks of the text are then not made anew. */
function useFindingsOfTab(rendered: Rendered, tab: TabId): FindingsOfTab {
  const { design, everyFinding } = rendered
  const target = targetOf(design)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found is kept when a keystroke changes nothing of it
  return useMemo(() => findingsOfTab(rendered, tab), [target, everyFinding, tab])
}

function FileText(props: {
  readonly file: OutputFile
  readonly findings: readonly Finding[]
  readonly goTo: Position | undefined
}) {
  const { file: rendered, findings, goTo } = props
  const resolved = useRendered((all) => (rendered.tab === 'qemu' ? all.resolvedForQemu : all.resolved))
  const kind = textKindOf(rendered)
  const typed = useTypedText(kind)
  const since = useMarkedSince(rendered)
  const focused = useFocusedPath()
  const draftProblem = useDraftProblem(kind ?? 'xml')
  const problem = kind === undefined ? undefined : draftProblem
  const isStale = useTrouble() !== undefined
  const file = useMemo(() => {
    if (typed === undefined) return rendered
    const isSame = typed.text === rendered.text
    return { ...rendered, text: typed.text, lines: isSame ? rendered.lines : undefined }
  }, [rendered, typed])
  const isSpec = kind === 'yaml'
  const ownXml = useVmDocument((state) => (kind === 'xml' ? state.xmlDocument?.text : undefined))
  const own = useMemo(() => new Set(ownXml?.split('\n')), [ownXml])
  const { name } = resolved.design
  const lines = useMemo(() => (isSpec ? specLines(file.text, name) : file.lines), [isSpec, file, name])
  return (
    <TextView
      file={file}
      lines={lines}
      isSpec={isSpec}
      resolved={resolved}
      own={own}
      since={since}
      focused={focused}
      wrong={problem?.findings ?? noFindings}
      found={problem === undefined && !isStale ? findings : noFindings}
      goTo={goTo}
      onLine={(line, onNumber) => {
        const path = lines?.[line - 1]
        if (path === undefined || path.length === 0) return
        const specPath = isSpec ? path : specPathOf(path, resolved.origins)
        // Who is writing stays where the caret is; the number of a line leads to its field.
        if (kind === undefined || onNumber) goToSpecPath(specPath)
        else showSpecPath(specPath)
      }}
      onType={kind === undefined ? undefined : (text) => vmDocument.typeText(kind, text)}
    />
  )
}

const noFindings: readonly Finding[] = []

/** The text as the person wrote it, while it is the design or is still to be read; else what is rendered is shown. */
function useTypedText(kind: TextKind | undefined): { readonly text: string } | undefined {
  return useVmDocument((state) => {
    const draft = kind === undefined ? undefined : state.drafts[kind]
    if (draft !== undefined) return draft
    const own = kind === 'xml' ? state.xmlDocument : kind === 'yaml' ? state.specDocument : undefined
    return own !== undefined && own.design === state.design ? own : undefined
  })
}

/** The spec path of the field that has the focus. */
function useFocusedPath(): Path | undefined {
  const [focused, setFocused] = useState<Path>()
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      // A look at the output keeps the lines marked; another place that is no field has none.
      if (event.target instanceof Element && event.target.closest('.output') !== null) return
      const text = fieldPathOf(event.target)
      setFocused(text === undefined ? undefined : parsePath(text))
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return focused
}

/** Copy and download of a file: of what the design says, also while a text of it is being typed. */
function FileActions({ file }: { readonly file: OutputFile }) {
  /** The file as it is when every text is written: it may lag behind by a moment. */
  const settled = async () => (await settledFile(file.id)) ?? { file, trouble: undefined }
  const onCopied = async () => {
    const { file: now, trouble } = await settled()
    markClean(now)
    if (trouble !== undefined) announce(`Copied ${now.name}${staleWords(trouble)}`)
  }
  return (
    <>
      <CopyButton
        text={async () => (await settled()).file.text}
        what={file.name}
        onCopied={() => void onCopied()}
      />
      <IconButton icon="download" label={`Download ${file.name}`} onPress={() => void takeFile(file.id)} />
    </>
  )
}

function NothingHere({ tab }: { readonly tab: TabId }) {
  return (
    <p className="output__nothing">
      {tab === 'cloud-init'
        ? 'Nothing is said to the guest at its first boot. Give it a user, a key or packages under Access and cloud-init.'
        : 'Nothing to show.'}
    </p>
  )
}

/** Every file with what it is for, its size, and both ways to take it away. */
function FileTable({ files }: { readonly files: readonly OutputFile[] }) {
  return (
    <ul className="output__table">
      {files.map((file) => (
        <li key={file.id} className="output__file">
          <div>
            <code>{file.name}</code>
            <span>{file.about}</span>
          </div>
          <span className="output__size">{sizeOf(file.text)}</span>
          <FileActions file={file} />
        </li>
      ))}
      {files.some(({ tab }) => tab === 'cloud-init') && <SeedRow />}
    </ul>
  )
}

function sizeOf(text: string): string {
  return text.length < 1024 ? `${text.length} B` : `${(text.length / 1024).toFixed(1)} KiB`
}
