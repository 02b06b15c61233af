import { type ReactNode, Suspense, useEffect, useState } from 'react'
import {
  type Design,
  type Finding,
  formatPath,
  type HostReach,
  type HostReachKind,
  type Kept,
} from './core.ts'
import { closeDialog, type DialogState, openDialog, useOpenDialog } from './dialogs.ts'
import { Boundary, loadable } from './load/index.ts'
import { openArrival } from './open/index.ts'
import { TypedEarly } from './palette/TypedEarly.tsx'
import { HostDialog } from './panels/host/index.tsx'
import { parts } from './parts.ts'
import { type Rendered, renderApart, useRendered, whyNot } from './render/index.ts'
import { none } from './sentence-words.ts'
import { listed } from './sets/listed.ts'
import { Things } from './share/Things.tsx'
import { useVmDocument } from './store.ts'
import { isGivenUp } from './texts/index.ts'
import { Dialog, type DialogAction, FindingList, RadioCards } from './ui/index.ts'
import { WhyDialog } from './why/WhyDialog.tsx'
import { t } from './words/index.ts'
import type { Outcome } from './workers/index.ts'
import './dialogs.css'

const Palette = loadable(async () => (await import('./palette/Palette.tsx')).Palette)
const Shortcuts = loadable(async () => (await import('./palette/Shortcuts.tsx')).Shortcuts)
const ShareDialog = loadable(async () => (await import('./share/ShareDialog.tsx')).ShareDialog)
const DesignsDialog = loadable(async () => (await import('./designs/DesignsDialog.tsx')).DesignsDialog)
const HistoryDialog = loadable(async () => (await import('./history/HistoryDialog.tsx')).HistoryDialog)
const CompareDialog = loadable(async () => (await import('./compare/CompareDialog.tsx')).CompareDialog)

const SetDialog = loadable(async () => (await import('./sets/index.ts')).SetDialog)

/** The dialog that is open, if one is. */
export function Dialogs() {
  const open = useOpenDialog()
  if (open === undefined) return null
  switch (open.kind) {
    case 'replace':
      return <Replace state={open} />
    case 'choose':
      return <Choose state={open} />
    case 'refused':
      return <Refused state={open} />
    case 'share':
      return (
        <Boundary what={t`The link`} onClose={closeDialog}>
          <Suspense>
            <ShareDialog state={open} />
          </Suspense>
        </Boundary>
      )
    case 'download':
      return <DownloadAnyway state={open} />
    case 'kept':
      return <KeptThings />
    case 'designs':
      return (
        <Boundary what={t`The list of designs`} onClose={closeDialog}>
          <Suspense>
            <DesignsDialog file={open.file} />
          </Suspense>
        </Boundary>
      )
    case 'history':
      return (
        <Boundary what={t`The history`} onClose={closeDialog}>
          <Suspense>
            <HistoryDialog />
          </Suspense>
        </Boundary>
      )
    case 'host':
      return <HostDialog open onClose={closeDialog} />
    case 'compare':
      return (
        <Later what={t`The comparison`}>
          <CompareDialog />
        </Later>
      )
    case 'set':
      return (
        <Later what={t`The table of VMs`}>
          <SetDialog />
        </Later>
      )
    case 'palette':
      return (
        <Later what={t`The search`} meanwhile={<TypedEarly />}>
          <Palette />
        </Later>
      )
    case 'shortcuts':
      return (
        <Later what={t`The list of keys`}>
          <Shortcuts />
        </Later>
      )
    case 'why':
      return <WhyDialog key={open.text} text={open.text} />
  }
}

/** A dialog of a file of its own. */
function Later(props: {
  readonly what: string
  readonly children: ReactNode
  readonly meanwhile?: ReactNode
}) {
  const { what, children, meanwhile } = props
  return (
    <Boundary what={what} shape="bar" onClose={closeDialog}>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </Boundary>
  )
}

type Of<K extends DialogState['kind']> = Extract<DialogState, { kind: K }>

function Frame(props: {
  readonly title: string
  readonly children: ReactNode
  readonly actions: readonly DialogAction[]
  readonly cancel?: string | undefined
}) {
  return (
    <Dialog title={props.title} open onClose={closeDialog} actions={props.actions} cancel={props.cancel}>
      {props.children}
    </Dialog>
  )
}

function Replace({ state }: { readonly state: Of<'replace'> }) {
  const { from, what, arrival, findings, reach } = state
  const { design } = arrival
  const mine = useVmDocument((document) => document.design.name)
  return (
    <Frame
      title={t`Open ${design.name}?`}
      cancel={t`Keep ${mine}`}
      actions={[
        {
          label: t`Open`,
          tone: 'primary',
          onPress: () => {
            closeDialog()
            openArrival(arrival, from)
          },
        },
      ]}
    >
      <p>{t`The VM ${design.name} is in ${from}, ${what}. It takes the place of ${mine}, which undo brings back.`}</p>
      {arrival.set !== undefined && (
        <p>{t`A table makes ${arrival.set.names.length} VMs of it: ${listed(arrival.set.names)}.`}</p>
      )}
      <InWords design={design} />
      {reach !== undefined && <Reach reach={reach} />}
      <Problems findings={findings} />
    </Frame>
  )
}

const reachKinds: Readonly<Record<HostReachKind, string>> = {
  folder: 'Folder',
  file: 'File',
  program: 'Program',
  device: 'Device',
  network: 'Network',
  connection: 'Connection',
  'open-port': t`Open port`,
  secret: 'Secret',
  image: 'Image',
  command: 'Command',
  xml: 'XML',
  qemu: 'QEMU',
  protection: 'Protection',
}

/** What a VM from somebody else would touch once it is made. */
function Reach({ reach }: { readonly reach: readonly HostReach[] }) {
  if (reach.length === 0)
    return (
      <p>{t`Made and started, it keeps to a folder of its own: it touches nothing else of your host.`}</p>
    )
  return (
    <>
      <p>{t`Made and started, it reaches out of itself. Open it if you trust whoever gave you the link.`}</p>
      <ul className="sensitive" aria-label={t`What it touches`}>
        {reach.slice(0, mostReach).map(({ kind, path, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of them may be the same, and none is ever moved
          <li key={index}>
            <strong>{reachKinds[kind]}:</strong> {shortened(text)}
            <span>{formatPath(path)}</span>
          </li>
        ))}
      </ul>
      {reach.length > mostReach && <p>{t`And ${reach.length - mostReach} more of the kind.`}</p>}
    </>
  )
}

/** More are not read by anybody; their number is. */
const mostReach = 100

function shortened(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)} …` : text
}

/** A VM as the rail says it: only what is not empty. */
function InWords({ design }: { readonly design: Design }) {
  const host = useVmDocument((document) => document.host)
  const [outcome, setOutcome] = useState<Outcome<Rendered>>()
  useEffect(() => {
    let isGone = false
    void renderApart(design, host).then((next) => {
      if (!isGone) setOutcome(next)
    })
    return () => {
      isGone = true
    }
  }, [design, host])
  if (outcome === undefined) return null
  if (outcome.kind !== 'done')
    return (
      <Problems
        findings={[{ code: 'page.not-drawn', severity: 'warning', path: [], message: whyNot(outcome) }]}
      />
    )
  const { resolved } = outcome.answer
  const lines = parts
    .map((part) => ({ part, sentence: part.sentence(design, resolved) }))
    .filter(({ sentence }) => sentence !== none)
  return (
    <dl className="in-words">
      {lines.map(({ part, sentence }) => (
        <div key={part.id}>
          <dt>{part.title}</dt>
          <dd>{sentence}</dd>
        </div>
      ))}
    </dl>
  )
}

function Problems({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <div className="problems">
      <FindingList
        findings={findings.map(({ severity, message, path, position }, index) => ({
          id: String(index),
          severity,
          message: position === undefined ? message : t`Line ${position.line}:${position.column}: ${message}`,
          path: formatPath(path),
        }))}
      />
    </div>
  )
}

function Choose({ state }: { readonly state: Of<'choose'> }) {
  const { from, what, choices, findings } = state
  const [chosen, setChosen] = useState('0')
  const choice = choices[Number(chosen)]
  const open = async () => {
    const arrival = await choice?.take()
    closeDialog()
    if (isGivenUp(arrival)) openDialog({ kind: 'refused', from, findings: arrival.findings })
    else if (arrival?.findings !== undefined && arrival.findings.length > 0)
      openDialog({ kind: 'replace', from, what, arrival, findings: arrival.findings })
    else if (arrival !== undefined) openArrival(arrival, from)
  }
  return (
    <Frame
      title={t`Which VM of ${from}?`}
      actions={[
        {
          label: t`Open`,
          tone: 'primary',
          disabled: choice === undefined,
          onPress: () => void open(),
        },
      ]}
    >
      <p>{t`There are ${choices.filter(({ isSet }) => isSet !== true).length} VMs in ${from}, ${what}. The one that is opened takes the place of the present one, which undo brings back.`}</p>
      <RadioCards
        label={t`VM`}
        value={chosen}
        onChange={setChosen}
        cards={choices.map(({ name, about }, index) => ({ value: String(index), title: name, text: about }))}
      />
      <Problems findings={findings} />
    </Frame>
  )
}

function Refused({ state }: { readonly state: Of<'refused'> }) {
  const { from, wanted = t`No VM`, findings } = state
  return (
    <Frame title={t`${wanted} in ${from}`} cancel={t`Close`} actions={[]}>
      <p>{t`What is on this page stays as it is.`}</p>
      <Problems findings={findings} />
    </Frame>
  )
}

const kinds: Readonly<Record<Kept['kind'], string>> = {
  attribute: 'Attribute',
  element: 'Element',
  comment: 'Comment',
  text: t`Text`,
}

/** What the domain holds beside its fields: it is written back as it is. */
function KeptThings() {
  const kept = useRendered((rendered) => rendered.kept)
  return (
    <Frame title={t`Kept, and not in the form`} cancel={t`Close`} actions={[]}>
      <p>{t`These stay in the XML as they are, in their places. Change them in the XML itself.`}</p>
      <ul className="kept">
        {kept.map(({ kind, path, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of them may be the same, and none is ever moved
          <li key={index}>
            <span>{t`${kinds[kind]} in ${path.length === 0 ? t`the domain` : formatPath(path)}`}</span>
            <code>{shortened(text)}</code>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

const mostShown = 240

function DownloadAnyway({ state }: { readonly state: Of<'download'> }) {
  const { isCopied = false, name, errors, things, take } = state
  return (
    <Frame
      title={
        errors.length > 0
          ? isCopied
            ? t`Copy ${name} with errors?`
            : t`Download ${name} with errors?`
          : isCopied
            ? t`What is copied will hold these`
            : t`${name} will hold these`
      }
      actions={[
        {
          label: isCopied ? t`Copy ${name}` : t`Download ${name}`,
          tone: 'primary',
          onPress: () => {
            closeDialog()
            take()
          },
        },
      ]}
    >
      {errors.length > 0 && (
        <>
          <p>{t`The design has errors: what is downloaded may not run, or may do something else.`}</p>
          <Problems findings={errors} />
        </>
      )}
      {things.length > 0 && (
        <>
          <p>
            {errors.length > 0 && t`These are in it: `}
            {t`Whoever gets the file can read them.`}
          </p>
          <Things things={things} />
        </>
      )}
    </Frame>
  )
}
