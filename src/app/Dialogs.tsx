import { type ReactNode, useEffect, useState } from 'react'
import { type Design, type Finding, formatPath } from './core.ts'
import { closeDialog, type DialogState, useOpenDialog } from './dialogs.ts'
import { HostDialog } from './panels/host/index.tsx'
import { parts } from './parts.ts'
import { loadRenderers, type Rendered } from './render/index.ts'
import { copyLink, nameThing } from './share/index.ts'
import { useVmDocument, vmDocument } from './store.ts'
import { announce, Dialog, type DialogAction, FindingList, RadioCards } from './ui/index.ts'
import './dialogs.css'

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
      return <ShareAnyway state={open} />
    case 'host':
      return <HostDialog open onClose={closeDialog} />
  }
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

function replaceWith(design: Design, from: string, text: string | undefined): void {
  vmDocument.replace(
    design,
    `open ${design.name}`,
    text === undefined ? undefined : { text, vm: design.name },
  )
  closeDialog()
  announce(
    `Opened ${design.name} from ${from.charAt(0).toLowerCase()}${from.slice(1)}; undo brings back what was there`,
  )
}

function Replace({ state }: { readonly state: Of<'replace'> }) {
  const { from, design, text, findings } = state
  const mine = useVmDocument((document) => document.design.name)
  return (
    <Frame
      title={`Open ${design.name}?`}
      cancel={`Keep ${mine}`}
      actions={[{ label: 'Open', tone: 'primary', onPress: () => replaceWith(design, from, text) }]}
    >
      <p>
        {from} holds the VM {design.name}. It takes the place of {mine}, which undo brings back.
      </p>
      <InWords design={design} />
      <Problems findings={findings} />
    </Frame>
  )
}

/** A VM as the rail says it: only what is not empty. */
function InWords({ design }: { readonly design: Design }) {
  const host = useVmDocument((document) => document.host)
  const [rendered, setRendered] = useState<Rendered>()
  useEffect(() => {
    let isGone = false
    void loadRenderers().then((renderAll) => {
      if (!isGone) setRendered(renderAll(design, host))
    })
    return () => {
      isGone = true
    }
  }, [design, host])
  if (rendered === undefined) return null
  const { resolved } = rendered
  const lines = parts
    .map((part) => ({ part, sentence: part.sentence(design, resolved) }))
    .filter(({ sentence }) => sentence !== 'none')
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
          message: position === undefined ? message : `Line ${position.line}: ${message}`,
          path: formatPath(path),
        }))}
      />
    </div>
  )
}

function Choose({ state }: { readonly state: Of<'choose'> }) {
  const { from, designs, text, findings } = state
  const [chosen, setChosen] = useState(designs[0]?.name ?? '')
  const design = designs.find(({ name }) => name === chosen)
  return (
    <Frame
      title={`Which VM of ${from}?`}
      actions={[
        {
          label: 'Open',
          tone: 'primary',
          disabled: design === undefined,
          onPress: () => {
            if (design !== undefined) replaceWith(design, from, text)
          },
        },
      ]}
    >
      <RadioCards
        label="VM"
        value={chosen}
        onChange={setChosen}
        cards={designs.map(({ name, spec }) => ({
          value: name,
          title: name,
          text: [spec.source?.kind?.replace('_', ' '), spec.ram].filter(Boolean).join(', '),
        }))}
      />
      <Problems findings={findings} />
    </Frame>
  )
}

function Refused({ state }: { readonly state: Of<'refused'> }) {
  const { from, findings } = state
  return (
    <Frame title={`${from} gives no VM`} cancel="Close" actions={[]}>
      <p>What is on this page stays as it is.</p>
      <Problems findings={findings} />
    </Frame>
  )
}

function ShareAnyway({ state }: { readonly state: Of<'share'> }) {
  const { link, things } = state
  return (
    <Frame
      title="The link will hold these"
      actions={[
        {
          label: 'Copy the link',
          tone: 'primary',
          onPress: () => {
            closeDialog()
            void copyLink(link)
          },
        },
      ]}
    >
      <p>Whoever gets the link can read them. No server sees it.</p>
      <ul className="sensitive">
        {things.map((thing) => {
          const { what, shown } = nameThing(thing)
          return (
            <li key={`${formatPath(thing.path)} ${thing.text}`}>
              <strong>{what}</strong> <code>{shown}</code>
              <span>{formatPath(thing.path)}</span>
            </li>
          )
        })}
      </ul>
    </Frame>
  )
}
