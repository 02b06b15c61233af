import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { Splitter } from '../ui/Splitter.tsx'
import { useStoredWidth } from '../ui/stored.ts'
import { t } from '../words/index.ts'
import { type SheetName, setSheet, usePanes } from './panes.ts'
import { RailModeContext, useScreen } from './screen.ts'
import './shell.css'

export interface ShellProps {
  /** After the product mark: the name of the VM, usually a Menu. */
  readonly vm: ReactNode
  /** Undo and redo, each with what it would do. */
  readonly history: ReactNode
  /** One line about the host: 'libvirt 11.3 · session · arch host'. */
  readonly host: ReactNode
  /** The count of findings. */
  readonly findings: ReactNode
  /** Share, Download, theme. */
  readonly actions: ReactNode
  /** What must be known or decided, below the header; nothing most of the time. */
  readonly notices: ReactNode
  /** <Rail />; drawn full, as icons, or in a drawer. */
  readonly rail: ReactNode
  /** Title of the part that is open, for the bar of the narrow layout. */
  readonly part: string
  /** <PartPage /> of the part that is open. */
  readonly children: ReactNode
  /** <OutputPane />. */
  readonly output: ReactNode
}

const railWidth = { key: 'rail.width', normal: 248, min: 200, max: 380 }
const outputWidth = { key: 'output.width', normal: 480, min: 320, max: 960 }
const compactOutputWidth = { key: 'output.width.compact', normal: 392, min: 300, max: 640 }

/** The frame of the page: header, then rail, form and output; below 900 px one column with two sheets. */
export function Shell(props: ShellProps) {
  const screen = useScreen()
  const width = screen === 'wide' ? outputWidth : compactOutputWidth
  const { sheet } = usePanes()
  const [rail, setRail] = useStoredWidth(railWidth.key, railWidth.normal, railWidth.min, railWidth.max)
  const wideOutput = useStoredWidth(outputWidth.key, outputWidth.normal, outputWidth.min, outputWidth.max)
  const { key, normal, min, max } = compactOutputWidth
  const compactOutput = useStoredWidth(key, normal, min, max)
  const [output, setOutput] = screen === 'wide' ? wideOutput : compactOutput
  const railSheet = sheet === 'rail' && screen !== 'wide'
  const outputSheet = sheet === 'output' && screen === 'narrow'
  const toggle = (which: SheetName) => setSheet(sheet === which ? undefined : which)
  const close = () => setSheet(undefined)

  return (
    <div className="shell" data-screen={screen}>
      <a className="shell__skip" href="#part">{t`Skip to the form`}</a>
      <header className="shell__header">
        <h1 className="shell__product">
          <ProductMark />
          <span className={screen === 'narrow' ? 'visually-hidden' : undefined}>{'vmwright'}</span>
        </h1>
        <div className="shell__vm">{props.vm}</div>
        {screen !== 'narrow' && <div className="shell__history">{props.history}</div>}
        <div className="shell__host">{props.host}</div>
        <div className="shell__findings">{props.findings}</div>
        <div className="shell__actions">{props.actions}</div>
      </header>
      {props.notices}

      <div className="shell__body">
        {screen !== 'narrow' && (
          <aside
            className="shell__rail"
            aria-label={t`Parts and search`}
            inert={railSheet}
            style={screen === 'wide' ? { width: rail } : undefined}
          >
            <RailModeContext
              value={{
                mode: screen === 'wide' ? 'full' : 'icons',
                expand: () => setSheet('rail'),
                done: close,
              }}
            >
              {props.rail}
            </RailModeContext>
            {screen === 'wide' && (
              <Splitter
                label={t`Width of the parts`}
                of="before"
                value={rail}
                min={railWidth.min}
                max={railWidth.max}
                reset={railWidth.normal}
                onChange={setRail}
              />
            )}
          </aside>
        )}
        <main className="shell__form" id="part" tabIndex={-1}>
          {props.children}
        </main>
        {screen !== 'narrow' && (
          <aside className="shell__output" aria-label={t`Output`} style={{ width: output }}>
            <Splitter
              label={t`Width of the output`}
              of="after"
              value={output}
              min={width.min}
              max={width.max}
              reset={width.normal}
              onChange={setOutput}
            />
            {props.output}
          </aside>
        )}

        <Sheet
          side={screen === 'narrow' ? 'bottom' : 'left'}
          label={t`Parts`}
          open={railSheet}
          onClose={close}
        >
          <RailModeContext value={{ mode: 'full', expand: () => {}, done: close }}>
            {props.rail}
          </RailModeContext>
        </Sheet>
        <Sheet side="bottom" label={t`Output`} open={outputSheet} onClose={close}>
          {props.output}
        </Sheet>
      </div>

      {screen === 'narrow' && (
        <nav className="shell__bar" aria-label={t`Views`}>
          <button type="button" aria-expanded={railSheet} onClick={() => toggle('rail')}>
            <Icon name="list" />
            <span className="shell__bar-part">{props.part}</span>
            <Icon name="chevron-up" size={12} />
          </button>
          <div className="shell__history">{props.history}</div>
          <button type="button" aria-expanded={outputSheet} onClick={() => toggle('output')}>
            <Icon name="code" />
            <span>{t`Output`}</span>
            <Icon name="chevron-up" size={12} />
          </button>
        </nav>
      )}
      <LiveRegion />
    </div>
  )
}

interface SheetProps {
  readonly side: 'bottom' | 'left'
  readonly label: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A pane over the page that blocks nothing: the form stays in use beside it. Escape closes it. */
function Sheet({ side, label, open, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!open) return
    const before = document.activeElement
    const wanted =
      side === 'left' ? '[data-rail-search]' : '[aria-current="page"], [role="tab"][aria-selected="true"]'
    const first = sheet.current?.querySelector(wanted)
    if (first instanceof HTMLElement) first.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open, side])

  if (!open) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  }
  return (
    <section className={`sheet sheet--${side}`} aria-label={label} ref={sheet} onKeyDown={onKeyDown}>
      <header className="sheet__head">
        <h2>{label}</h2>
        <IconButton icon="close" size="small" label={t`Close ${label.toLowerCase()}`} onPress={onClose} />
      </header>
      <div className="sheet__body">{children}</div>
    </section>
  )
}

/** Two boards in a halved joint: what a wright makes. */
function ProductMark() {
  return (
    <svg className="shell__mark" width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d="M2.75 2.75h10v4.5h-5.5v5.5h-4.5z" fill="currentColor" />
      <path
        d="M17.25 17.25h-10v-4.5h5.5v-5.5h4.5z"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  )
}
