import { useCallback, useEffect, useMemo, useState } from 'react'
import { formatPath, type Path, parsePath } from '../core.ts'
import { goToSpecPath } from '../go.ts'
import { OutputPane } from '../layout/index.ts'
import { useRendered, useRevision } from '../render/index.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import {
  announce,
  CopyButton,
  type FindingItem,
  fieldPathOf,
  IconButton,
  readStored,
  Segments,
  type Tab,
  writeStored,
} from '../ui/index.ts'
import { specPathOf } from './line-paths.ts'
import { markClean, useMarkedSince } from './marked-since.ts'
import { downloadFile, type OutputFile, outputFiles, type TabId } from './output-files.ts'
import { TextView } from './TextView.tsx'
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
  const [tab, setTab] = useState<TabId>(rememberedTab)
  const [chosen, setChosen] = useState<Readonly<Partial<Record<TabId, string>>>>({})
  const files = useMemo(() => outputFiles(rendered), [rendered])
  const ofTab = files.filter((file) => file.tab === tab)
  const file = ofTab.find(({ id }) => id === chosen[tab]) ?? ofTab[0]

  const { findings } = rendered
  const items = useMemo(
    () =>
      findings.map(
        ({ severity, message, path, fix }, index): FindingItem => ({
          id: String(index),
          severity,
          message,
          path: formatPath(path),
          fix: fix?.title,
        }),
      ),
    [findings],
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
  }

  return (
    <div className="output" data-rendered-revision={revision}>
      <OutputPane
        tabs={tabs}
        current={tab}
        onSelect={show}
        actions={file === undefined ? null : <FileActions file={file} />}
        status={useWrongFields()}
        findings={items}
        onGo={onGo}
        onFix={onFix}
      >
        <div className="output__body">
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
          {file === undefined ? (
            tab === 'files' ? (
              <FileTable files={files} />
            ) : (
              <NothingHere tab={tab} />
            )
          ) : (
            <FileText file={file} />
          )}
        </div>
      </OutputPane>
    </div>
  )
}

function rememberedTab(): TabId {
  const stored = readStored('output.tab')
  return tabs.find(({ id }) => id === stored)?.id ?? 'xml'
}

function FileText({ file }: { readonly file: OutputFile }) {
  const resolved = useRendered((all) => (file.tab === 'qemu' ? all.resolvedForQemu : all.resolved))
  const since = useMarkedSince(file)
  const focused = useFocusedPath()
  return (
    <TextView
      file={file}
      resolved={resolved}
      since={since}
      focused={focused}
      onLine={(line) => {
        const path = file.lines?.[line - 1]
        if (path !== undefined && path.length > 0) goToSpecPath(specPathOf(path, resolved.origins))
      }}
    />
  )
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

/** Copy and download of the file that is shown. */
function FileActions({ file }: { readonly file: OutputFile }) {
  return (
    <>
      <CopyButton text={file.text} what={file.name} onCopied={() => markClean(file)} />
      <IconButton
        icon="download"
        label={`Download ${file.name}`}
        onPress={() => {
          downloadFile(file)
          markClean(file)
          announce(`Downloaded ${file.name}`)
        }}
      />
    </>
  )
}

function useWrongFields(): string | undefined {
  const wrong = useVmDocument((state) => state.wrong)
  const paths = Object.keys(wrong)
  if (paths.length === 0) return undefined
  const what = paths.length === 1 ? `${paths[0]} is wrong` : `${paths.length} fields are wrong`
  return `${what}: the outputs keep the last good state`
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
    </ul>
  )
}

function sizeOf(text: string): string {
  return text.length < 1024 ? `${text.length} B` : `${(text.length / 1024).toFixed(1)} KiB`
}
