import { type ReactNode, useEffect, useState } from 'react'
import { closeDialog } from '../dialogs.ts'
import { writeLocal } from '../local-text.ts'
import { announce, Button, CopyButton, Dialog, EmptyState, IconButton } from '../ui/index.ts'
import { mostEarlier } from './earlier.ts'
import { type KeptAside, type KeptDesign, listAside, listEarlier } from './kept-list.ts'
import { downloadKept, openKept } from './open-kept.ts'
import type { ReadWork } from './stored-work.ts'
import './earlier-designs.css'

/** The designs that others took the place of, and what could not be opened. */
export function EarlierDesigns() {
  const designs = useKept(listEarlier)
  const asides = useKept(listAside)
  return (
    <Dialog title="Earlier designs" open onClose={closeDialog} actions={[]} cancel="Close" wide>
      <p className="kept-about">
        What New, Open, a preset, a link or another tab took the place of. The last {mostEarlier} stay in this
        browser, fewer when its storage is full.
      </p>
      {designs.rows.length === 0 ? (
        <EmptyState icon="clock" title="No earlier designs">
          The present design comes here when another one takes its place.
        </EmptyState>
      ) : (
        <ul className="kept-list" aria-label="Earlier designs">
          {designs.rows.map((design) => (
            <Row key={design.key} name={design.name} thing={design} kept={designs}>
              <DesignRow design={design} kept={designs} />
            </Row>
          ))}
        </ul>
      )}
      {asides.rows.length > 0 && (
        <section className="kept-asides" aria-label="Set aside">
          <h3>Set aside</h3>
          <p className="kept-about">
            What was stored and could not be opened. It stays until it is forgotten.
          </p>
          <ul className="kept-list">
            {asides.rows.map((aside) => (
              <Row key={aside.key} name={aside.of} thing={aside} kept={asides}>
                <AsideRow aside={aside} kept={asides} />
              </Row>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}

interface Stored {
  readonly key: string
  readonly text: string
}

interface Kept<T> {
  /** Those that were forgotten here too, in their places, until the dialog is closed. */
  readonly rows: readonly T[]
  readonly isForgotten: (key: string) => boolean
  readonly forget: (thing: Stored, name: string) => void
  readonly bringBack: (thing: Stored, name: string) => void
}

/** What is stored, also by other tabs, with what was forgotten since the dialog was opened. */
function useKept<T extends Stored>(list: () => readonly T[]): Kept<T> {
  const [stored, setStored] = useState(list)
  const [shown, setShown] = useState(stored)
  useEffect(() => {
    const look = () => setStored(list())
    addEventListener('storage', look)
    return () => removeEventListener('storage', look)
  }, [list])
  const fresh = stored.filter(({ key }) => !shown.some((row) => row.key === key))
  if (fresh.length > 0) setShown([...fresh, ...shown])
  const look = (words: string) => {
    setStored(list())
    announce(words)
  }
  return {
    rows: shown,
    isForgotten: (key) => !stored.some((thing) => thing.key === key),
    forget: ({ key }, name) => {
      writeLocal(key, undefined)
      look(`Forgot ${name}`)
    },
    bringBack: ({ key, text }, name) => {
      const isBack = writeLocal(key, text) === 'kept'
      look(isBack ? `Brought back ${name}` : `The browser’s storage has no room for ${name}`)
    },
  }
}

function Row<T extends Stored>(props: {
  readonly name: string
  readonly thing: T
  readonly kept: Kept<T>
  readonly children: ReactNode
}) {
  const { name, thing, kept, children } = props
  if (!kept.isForgotten(thing.key)) return <li className="kept-row">{children}</li>
  return (
    <li className="kept-row kept-row--gone">
      <span className="kept-row__words">{name} is forgotten when this is closed</span>
      <Button size="small" icon="undo" onPress={() => kept.bringBack(thing, name)}>
        Bring back
      </Button>
    </li>
  )
}

function DesignRow({ design, kept }: { readonly design: KeptDesign; readonly kept: Kept<KeptDesign> }) {
  const { name, about, savedAt, read, text } = design
  return (
    <>
      <div className="kept-row__words">
        <strong>{name}</strong>
        <When time={savedAt} />
        <span className="kept-row__about">{about}</span>
      </div>
      <Buttons name={name} read={read} content={text} onForget={() => kept.forget(design, name)} />
    </>
  )
}

function AsideRow({ aside, kept }: { readonly aside: KeptAside; readonly kept: Kept<KeptAside> }) {
  const { of, savedAt, values, read, content } = aside
  return (
    <>
      <div className="kept-row__words">
        <strong>{of}</strong>
        <When time={savedAt} />
        <span className="kept-row__about">
          {values.length === 0
            ? `${content.length} characters that this page ${read.kind === 'unreadable' ? 'can’t read' : 'did not read before'}`
            : `opened without ${values.length === 1 ? 'this value' : `these ${values.length} values`}`}
        </span>
      </div>
      <Buttons name={of} read={read} content={content} onForget={() => kept.forget(aside, of)}>
        <CopyButton text={content} what={of} />
      </Buttons>
      {values.length > 0 && (
        <dl className="kept-values">
          {values.map(({ path, value, why }) => (
            <div key={path}>
              <dt>{path || 'spec'}</dt>
              <dd>
                <code>{shortened(JSON.stringify(value) ?? 'nothing')}</code>
                <span>{why}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Buttons(props: {
  readonly name: string
  readonly read: ReadWork
  readonly content: string
  readonly onForget: () => void
  readonly children?: ReactNode
}) {
  const { name, read, content, onForget, children } = props
  const canOpen = read.kind !== 'unreadable'
  const open = () => {
    closeDialog()
    openKept(read)
  }
  return (
    <div className="kept-row__buttons">
      {canOpen && (
        <Button size="small" aria-label={`Open ${name}`} onPress={open}>
          Open
        </Button>
      )}
      {children}
      <IconButton
        icon="download"
        label={`Download ${name}`}
        tooltip={canOpen ? 'Download its vm.yml' : 'Download it as it is stored'}
        onPress={() => void downloadKept(name, read, content)}
      />
      <IconButton icon="trash" label={`Forget ${name}`} tooltip="Forget" onPress={onForget} />
    </div>
  )
}

/** As much as tells it from others; all of it is copied and downloaded. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)} …` : text
}

function When({ time }: { readonly time: number | undefined }) {
  if (time === undefined) return null
  const date = new Date(time)
  const clock = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  const isToday = date.toDateString() === new Date().toDateString()
  return (
    <time className="kept-row__when" dateTime={date.toISOString()} title={date.toLocaleString()}>
      {isToday ? `today ${clock}` : `${date.toLocaleDateString()} ${clock}`}
    </time>
  )
}
