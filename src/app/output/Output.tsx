import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { ActionMenu } from '../actions/ActionMenu.tsx'
import { copyActions } from '../actions/copy-actions.ts'
import { askWhyItFailed, fixAllSafe } from '../actions/output-actions.ts'
import { type Fix, formatPath, type Position, targetOf, valueAt } from '../core.ts'
import { useElsewhere } from '../elsewhere/elsewhere.ts'
import { goToSpecPath } from '../go.ts'
import { OutputPane } from '../layout/index.ts'
import { Boundary, loadable } from '../load/index.ts'
import { type Rendered, useRendered, useRevision, useTrouble, wantByHand } from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { announce, Button, type FindingItem, IconButton, type Segment, Segments } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { FileActions } from './FileActions.tsx'
import { FileText } from './FileText.tsx'
import { type FindingsOfTab, findingsElsewhere, findingsOfTab } from './findings-of-tab.ts'
import { NotUpToDate } from './NotUpToDate.tsx'
import { outputFiles, type Style, type TabId } from './output-files.ts'
import { Status } from './Status.tsx'
import { setShownTab, tabs, useShownTab } from './shown-tab.ts'
import './output.css'

const FileTable = loadable(async () => (await import('./FileTable.tsx')).FileTable)
const PictureView = loadable(async () => (await import('../picture/PictureView.tsx')).PictureView)
const PictureActions = loadable(async () => (await import('../picture/PictureView.tsx')).PictureActions)
const ElsewhereView = loadable(async () => (await import('../elsewhere/ElsewhereView.tsx')).ElsewhereView)
const ElsewhereActions = loadable(
  async () => (await import('../elsewhere/ElsewhereView.tsx')).ElsewhereActions,
)
const WillItStart = loadable(async () => (await import('../verdict/WillItStart.tsx')).WillItStart)

const styles: readonly Segment<Style>[] = [
  { value: 'by-hand', label: t`By hand` },
  { value: 'libvirt', label: t`As libvirt runs it` },
]

/** The right pane: every output of the design, following each keystroke, and what was found about it. */
export function Output() {
  const rendered = useRendered((all) => all)
  const revision = useRevision()
  const trouble = useTrouble()
  const hasOutputs = revision > 0
  const tab = useShownTab()
  const [chosen, setChosen] = useState<Readonly<Partial<Record<TabId, string>>>>({})
  const [goTo, setGoTo] = useState<{ readonly tab: TabId; readonly position: Position }>()
  if (goTo !== undefined && goTo.tab !== tab) setGoTo(undefined)
  const files = useMemo(() => outputFiles(rendered), [rendered])
  const [style, setStyle] = useState<Style>('by-hand')
  const ofTab = files.filter((file) => file.tab === tab && (file.style ?? style) === style)
  const hasStyles = ofTab.some((file) => file.style !== undefined)
  const file = ofTab.find(({ id }) => id === chosen[tab]) ?? ofTab[0]
  const showsByHand = file?.id === 'by-hand'
  useEffect(() => (showsByHand ? wantByHand() : undefined), [showsByHand])

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
  return (
    <div
      className="output"
      data-rendered-revision={revision}
      data-stale={(trouble !== undefined && hasOutputs) || undefined}
    >
      <div className="output__verdict">
        <Boundary what={t`The verdict`} shape="bar">
          <Suspense>
            <WillItStart />
          </Suspense>
        </Boundary>
      </div>
      <OutputPane
        tabs={tabs}
        current={tab}
        onSelect={setShownTab}
        actions={
          <>
            {file !== undefined && <FileActions file={file} />}
            {tab === 'picture' && (
              <Suspense>
                <PictureActions />
              </Suspense>
            )}
            {tab === 'elsewhere' && (
              <Suspense>
                <ElsewhereActions />
              </Suspense>
            )}
            <CopyAsMenu />
          </>
        }
        status={<Status tab={tab} onGo={(position) => setGoTo({ tab, position })} />}
        findings={hasOutputs || trouble !== undefined ? items : undefined}
        onGo={onGo}
        onFix={onFix}
        findingsAbout={about}
        findingsAside={
          <Button size="small" tone="quiet" onPress={askWhyItFailed.perform}>{t`Why did it fail?`}</Button>
        }
        findingsElsewhere={elsewhere.map(({ words, tab: other }) => ({
          words,
          onShow: () => setShownTab(other),
        }))}
        findingsAction={safeFix === undefined ? undefined : <FixAll fix={safeFix} />}
      >
        <div className="output__body">
          {trouble !== undefined && <NotUpToDate trouble={trouble} />}
          {(ofTab.length > 1 || hasStyles) && file !== undefined && (
            <div className="output__files">
              {hasStyles && <Segments label={t`Style`} value={style} onChange={setStyle} segments={styles} />}
              {ofTab.length > 1 && (
                <Segments
                  label={t`File`}
                  value={file.id}
                  onChange={(id) => setChosen({ ...chosen, [tab]: id })}
                  segments={ofTab.map(({ id, label }) => ({ value: id, label }))}
                />
              )}
            </div>
          )}
          {!hasOutputs && trouble !== undefined ? null : file === undefined ? (
            tab === 'picture' ? (
              <Boundary what={t`The picture`}>
                <Suspense>
                  <PictureView />
                </Suspense>
              </Boundary>
            ) : tab === 'elsewhere' ? (
              <Boundary what={t`What others take`}>
                <Suspense>
                  <ElsewhereView goTo={goTo?.position} />
                </Suspense>
              </Boundary>
            ) : tab === 'files' ? (
              <Boundary what={t`The list of files`}>
                <Suspense>
                  <FileTable files={files} />
                </Suspense>
              </Boundary>
            ) : (
              <NothingHere tab={tab} />
            )
          ) : (
            <Boundary what={t`The output ${file.label}`}>
              <FileText file={file} findings={findings} goTo={goTo?.position} />
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
  return (
    <div className="output__fix-all">
      <Button
        size="small"
        icon="fix"
        onPress={fixAllSafe.perform}
      >{t`Fix all safe ones (${fix.title.replace(/\D/g, '')})`}</Button>
    </div>
  )
}

/** The same list while nothing of it changed: the marks of the text are then not made anew. */
function useFindingsOfTab(rendered: Rendered, tab: TabId): FindingsOfTab {
  const { design, everyFinding } = rendered
  const target = targetOf(design)
  const elsewhere = useElsewhere()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found is kept when a keystroke changes nothing of it
  const own = useMemo(() => findingsOfTab(rendered, tab), [target, everyFinding, tab])
  const others = useMemo(() => findingsElsewhere(elsewhere), [elsewhere])
  return tab === 'elsewhere' ? others : own
}

/** The whole design as a text for somewhere else. */
function CopyAsMenu() {
  return (
    <ActionMenu label={t`Copy as`} heading={t`Copy as`} actions={copyActions}>
      <IconButton icon="more" label={t`Copy as`} />
    </ActionMenu>
  )
}

function NothingHere({ tab }: { readonly tab: TabId }) {
  return (
    <p className="output__nothing">
      {tab === 'cloud-init'
        ? t`Nothing is said to the guest at its first boot. Give it a user, a key or packages under Access and cloud-init.`
        : t`Nothing to show.`}
    </p>
  )
}
