import { Suspense } from 'react'
import type { Finding, Position } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import type { TextKind } from '../document/vm-document.ts'
import { StatusLine } from '../layout/index.ts'
import { Boundary, loadable } from '../load/index.ts'
import { useIsLate, useRendered } from '../render/index.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { useDraftProblem } from '../texts/index.ts'
import { announce, Button, Sentence } from '../ui/index.ts'
import { t } from '../words/index.ts'
import type { OutputFile, TabId } from './output-files.ts'

const SpecInXml = loadable(async () => (await import('./SpecInXml.tsx')).SpecInXml)

/** Which of the texts that are edited by hand a file is. */
export function textKindOf({ id }: Pick<OutputFile, 'id'>): TextKind | undefined {
  return id === 'xml' || id === 'yaml' ? id : undefined
}

const names: Readonly<Record<TextKind, string>> = { xml: 'XML', yaml: 'YAML' }

/** What is to be said of the outputs: texts that are not read, fields that are wrong, what is kept unseen. */
export function Status(props: {
  readonly tab: TabId
  /** Puts the caret where something is wrong. */
  readonly onGo: (position: Position) => void
}) {
  const { tab, onGo } = props
  return (
    <>
      <DraftStatus kind="xml" isShown={tab === 'xml'} onGo={onGo} />
      <DraftStatus kind="yaml" isShown={tab === 'yaml'} onGo={onGo} />
      <WrongFields />
      <Late />
      {tab === 'xml' && <XmlStatus />}
      {tab === 'xml' && (
        <Boundary what={t`The switch for the design in the XML`} shape="bar">
          <Suspense>
            <SpecInXml />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}

function DraftStatus(props: {
  readonly kind: TextKind
  readonly isShown: boolean
  readonly onGo: (position: Position) => void
}) {
  const { kind, isShown, onGo } = props
  const problem = useDraftProblem(kind)
  if (problem === undefined) return null
  const first = problem.findings.find(({ severity }) => severity === 'error') ?? problem.findings[0]
  const discard = () => {
    vmDocument.discardDraft(kind)
    announce(t`Gave up the ${names[kind]} as it was typed; undo brings it back`)
  }
  if (!isShown)
    return (
      <StatusLine>
        <p>{t`The ${names[kind]} is not read: it keeps what was typed, and this shows the last good design.`}</p>
      </StatusLine>
    )
  const position = first?.position
  return (
    <StatusLine>
      <p role="status">
        <Sentence
          text={t`${first === undefined ? `The ${names[kind]} can’t be read.` : sentence(first)} The rest of the page keeps the last good design.`}
        />
      </p>
      {position !== undefined && (
        <Button
          size="small"
          tone="quiet"
          onPress={() => onGo({ line: position.line, column: position.column })}
        >{t`Go to line ${position.line}`}</Button>
      )}
      <Button size="small" tone="quiet" onPress={discard}>{t`Discard`}</Button>
    </StatusLine>
  )
}

function sentence({ message, position }: Finding): string {
  return position === undefined ? message : t`Line ${position.line}:${position.column}: ${message}`
}

function WrongFields() {
  const wrong = useVmDocument((state) => state.wrong)
  const paths = Object.keys(wrong)
  if (paths.length === 0) return null
  const what = paths.length === 1 ? t`${paths.join(', ')} is wrong` : t`${paths.length} fields are wrong`
  return (
    <StatusLine>
      <p>{t`${what}: the outputs keep the last good state`}</p>
    </StatusLine>
  )
}

function Late() {
  const isLate = useIsLate()
  if (!isLate) return null
  return (
    <StatusLine tone="quiet">
      <p role="status">{t`Drawing the design takes a moment: the outputs are not up to date.`}</p>
    </StatusLine>
  )
}

function XmlStatus() {
  const count = useRendered(({ kept }) => kept.length)
  const isRewritten = useRendered(({ xml }) => xml.isRewritten === true)
  return (
    <>
      {isRewritten && (
        <StatusLine>
          <p>{t`The change could not be brought into your XML, so that all of it is written anew.`}</p>
        </StatusLine>
      )}
      {count > 0 && (
        <StatusLine tone="quiet">
          <p>{t`${count === 1 ? '1 thing is' : `${count} things are`} kept that the form does not show.`}</p>
          <Button size="small" tone="quiet" onPress={() => openDialog({ kind: 'kept' })}>{t`List`}</Button>
        </StatusLine>
      )}
    </>
  )
}
