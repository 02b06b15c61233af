/**
 * The one document of the page: the design that is being made, the host that it is for, and where the person is.
 * Everything on the page is drawn from it; only what is being typed and not yet right lives in a field of its own.
 */
import { temporal } from 'zundo'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Change, Design, Fix, HostFacts, Path, VmSpec } from './core.ts'
import { applyChanges, formatPath, startsWith, valueAt } from './core.ts'
import { insertIn, listAt, moveIn } from './edit.ts'
import { type HostSource, hostOf, withSources } from './host-sources.ts'
import { startingDesign } from './starting-design.ts'

/** Where the person is: the open part, and in each list (by its path as text) the device whose form is open. */
export interface Selection {
  readonly part: string
  readonly devices: Readonly<Record<string, number | undefined>>
}

/** A vm.yml or domain XML as a person wrote or opened it: what the form changes is brought into this text. */
export interface OwnText {
  readonly text: string
  /** The name that the design has in it. */
  readonly vm: string
  /** What the text says: while the design is still this very object, the text is shown as it is. */
  readonly design?: Design | undefined
}

/** The texts that are edited by hand. */
export type TextKind = 'xml' | 'yaml'

/** What was typed and is not, or not yet, the design: it stays as it is until it is read or given up. */
export interface TextDraft {
  readonly text: string
  /**
   * The design that was shown when the typing began, with which the form's changes since are brought together; that of
   * the document when there is none.
   */
  readonly base?: Design | undefined
}

export type Drafts = Readonly<Partial<Record<TextKind, TextDraft>>>

/** What undo takes back and redo brings again. */
export interface Tracked {
  readonly design: Design
  /** The person's own vm.yml: its comments are kept when it is written again. */
  readonly specDocument: OwnText | undefined
  /** The same for domain XML. */
  readonly xmlDocument: OwnText | undefined
  readonly drafts: Drafts
  /** What led to this design, as the undo button says it: 'add GPU'. */
  readonly step: string | undefined
}

export interface VmDocument extends Tracked {
  /** All that is known about the host: made of the two that follow. */
  readonly host: HostFacts | undefined
  /** What was read about the host, in the order in which it came. */
  readonly hostSources: readonly HostSource[]
  /** What was typed about the host; it goes before what was read. */
  readonly hostTyped: HostFacts | undefined
  readonly selection: Selection
  /** Fields whose text is wrong, by path, with the message: the design still has their last good value. */
  readonly wrong: Readonly<Record<string, string>>
  /** What a field held when it was switched off, by path, so that switching it on brings it back. */
  readonly switchedOff: Readonly<Record<string, unknown>>
  /** The field to bring into view, until it is there. */
  readonly wanted: Path | undefined
  /** True when it is only to be shown: the focus stays where one is writing. */
  readonly wantedToSee: boolean
  /** How many designs were opened on the page: grows when another one takes the place of the work. */
  readonly opened: number
  /** What the page itself gave to start from: as long as it is the design, nothing in it is the person's own. */
  readonly given: Design | undefined
}

export const initialPart = 'source'

function emptyDocument(design: Design): VmDocument {
  return {
    design,
    specDocument: undefined,
    xmlDocument: undefined,
    drafts: {},
    step: undefined,
    host: undefined,
    hostSources: [],
    hostTyped: undefined,
    selection: { part: initialPart, devices: {} },
    wrong: {},
    switchedOff: {},
    wanted: undefined,
    wantedToSee: false,
    opened: 0,
    given: design,
  }
}

/** Changes of the same thing that follow each other within this time are one step of undo. */
const quietMs = 400
/** The same for a text typed by hand, where one stops to think. */
const textQuietMs = 1500
const mostSteps = 200

/** What changes that come from another tab are known by: however far apart, they are one step. */
const takenKey = 'taken '

/** What the bursts of typed texts are known by. */
const textKey = 'text '

const editLabel: Readonly<Record<TextKind, string>> = { xml: 'edit XML', yaml: 'edit YAML' }

/** How long a pause ends a step, in milliseconds. */
function quietAfter(key: string): number {
  if (key.startsWith(takenKey)) return Number.POSITIVE_INFINITY
  return key.startsWith(textKey) ? textQuietMs : quietMs
}

interface Burst {
  readonly key: string
  readonly until: number
}

/** Makes a document with its history. The page has one (`vmDocument`); tests make their own. */
export function createVmDocument(design: Design, now: () => number = () => performance.now()) {
  let burst: Burst | undefined
  let key = ''
  let isAmending = false
  /** The design before the typing that goes on. */
  let beforeTyping: Design | undefined
  const store = createStore<VmDocument>()(
    temporal(() => emptyDocument(design), {
      partialize: ({ design, specDocument, xmlDocument, drafts, step }): Tracked => ({
        design,
        specDocument,
        xmlDocument,
        drafts,
        step,
      }),
      equality: (past, current) =>
        past.design === current.design &&
        past.specDocument === current.specDocument &&
        past.xmlDocument === current.xmlDocument &&
        past.drafts === current.drafts,
      limit: mostSteps,
      handleSet: (keep) => (past) => {
        if (isAmending) return
        // Leading edge: the state before the first change of a burst is kept, those within it are not.
        const time = now()
        const goesOn = burst !== undefined && burst.key === key && time < burst.until
        burst = { key, until: time + quietAfter(key) }
        if (!goesOn) keep(past)
      },
    }),
  )

  /** Applies one step; `burstKey` says what it changes, so that typing in one field is one step. */
  const apply = (edit: (spec: unknown) => unknown, label: string, burstKey: string) => {
    key = burstKey
    const { design } = store.getState()
    const spec = edit(design.spec) ?? {}
    if (spec === design.spec || !isSpec(spec)) return
    store.setState({ design: { ...design, spec }, step: label })
  }
  const endBurst = () => {
    burst = undefined
  }

  const actions = {
    /**
     * Sets the value at a path of the spec, or removes it with undefined. Changes with the same path and label that
     * follow each other within 400 ms are one step.
     *
     * @param label what the undo button says, in the imperative: 'change memory'
     */
    change(path: Path, value: unknown, label: string): void {
      apply((spec) => applyChanges(spec, [{ path, value }]), label, `${formatPath(path)} ${label}`)
    },

    /** Several changes as one step; their paths are those of the design as it is now. */
    changeAll(changes: readonly Change[], label: string): void {
      endBurst()
      apply((spec) => applyChanges(spec, changes), label, label)
      endBurst()
    },

    /** The change that a finding offers. */
    applyFix(fix: Fix): void {
      actions.changeAll(fix.changes, lowerFirst(fix.title))
    },

    /** Adds a device at the end of a list, or before `index`, and opens its form. */
    addDevice(listPath: Path, value: object, label: string, index?: number): void {
      endBurst()
      const at = index ?? listAt(store.getState().design.spec, listPath).length
      apply((spec) => insertIn(spec, listPath, at, value), label, label)
      endBurst()
      actions.selectDevice(listPath, at)
    },

    /** Takes a device away; undo brings it back. The form that is open stays with its device, or closes. */
    removeDevice(listPath: Path, index: number, label: string): void {
      endBurst()
      apply((spec) => applyChanges(spec, [{ path: [...listPath, index] }]), label, label)
      endBurst()
      const selected = actions.selectedDevice(listPath)
      if (selected === undefined || selected < index) return
      actions.selectDevice(listPath, selected === index ? undefined : selected - 1)
    },

    /** Moves a device within its list. The form that is open stays with its device. */
    moveDevice(listPath: Path, from: number, to: number, label: string): void {
      endBurst()
      const before = store.getState().design
      apply((spec) => moveIn(spec, listPath, from, to), label, label)
      endBurst()
      if (store.getState().design === before) return
      const selected = actions.selectedDevice(listPath)
      if (selected === from) actions.selectDevice(listPath, to)
      else if (selected === to) actions.selectDevice(listPath, from)
    },

    /** Removes the value at a path and remembers it for `switchOn`. */
    switchOff(path: Path, label: string): void {
      const held = valueAt(store.getState().design.spec, path)
      if (held === undefined) return
      store.setState((state) => ({ switchedOff: { ...state.switchedOff, [formatPath(path)]: held } }))
      actions.changeAll([{ path }], label)
    },

    /** Brings back what `switchOff` took away, or sets `fallback` when there was nothing. */
    switchOn(path: Path, fallback: unknown, label: string): void {
      const value = store.getState().switchedOff[formatPath(path)] ?? fallback
      actions.changeAll([{ path, value }], label)
    },

    rename(name: string): void {
      key = 'rename'
      const { design } = store.getState()
      if (name !== design.name) store.setState({ design: { ...design, name }, step: 'rename' })
    },

    /**
     * What a person types into the XML or the YAML: kept as it is, and the design stays until `readText` says what it
     * means. Typing without a long pause is one step.
     */
    typeText(kind: TextKind, text: string): void {
      key = `${textKey}${kind}`
      const { drafts, design } = store.getState()
      if (drafts[kind]?.text === text) return
      if (burst?.key !== key || now() >= burst.until) beforeTyping = design
      const base = drafts[kind]?.base ?? design
      store.setState({ drafts: { ...drafts, [kind]: { text, base } }, step: editLabel[kind] })
    },

    /** The design before the typing that goes on, or before that which was the last. */
    designBeforeTyping(): Design {
      return beforeTyping ?? store.getState().design
    },

    /**
     * The design that a typed text means, in the step that its typing began. Later typing is left alone.
     *
     * @param step what changed, as the undo button says it; without it that the text was edited
     */
    readText(kind: TextKind, own: OwnText, design: Design, step?: string): void {
      const { drafts } = store.getState()
      if (drafts[kind]?.text !== own.text) return
      const { [kind]: _, ...others } = drafts
      isAmending = true
      store.setState({
        design,
        drafts: others,
        step: step ?? editLabel[kind],
        ...(kind === 'xml' ? { xmlDocument: own } : { specDocument: own }),
      })
      isAmending = false
    },

    /** Gives up a text that can't be read; undo brings it back. */
    discardDraft(kind: TextKind): void {
      endBurst()
      key = 'discard'
      const { [kind]: _, ...others } = store.getState().drafts
      store.setState({ drafts: others, step: `discard the ${kind === 'xml' ? 'XML' : 'YAML'}` })
      endBurst()
    },

    /** Another design in place of this one, as one step that undo takes back. */
    replace(
      design: Design,
      label: string,
      texts: {
        readonly yaml?: OwnText | undefined
        readonly xml?: OwnText | undefined
        readonly drafts?: Drafts | undefined
        /** True for what the page itself gives to start from. */
        readonly isGiven?: boolean | undefined
      } = {},
    ): void {
      endBurst()
      key = label
      const { selection, opened } = store.getState()
      store.setState({
        design,
        specDocument: texts.yaml,
        xmlDocument: texts.xml,
        drafts: texts.drafts ?? {},
        step: label,
        selection: { part: selection.part, devices: {} },
        switchedOff: {},
        opened: opened + 1,
        given: texts.isGiven === true ? design : undefined,
      })
      endBurst()
    },

    /**
     * The same design as another tab made it, texts and all. What comes with the same label, and nothing of this tab's
     * own in between, is one step.
     */
    takeOver({ design, specDocument, xmlDocument, drafts }: Omit<Tracked, 'step'>, label: string): void {
      key = `${takenKey}${label}`
      store.setState({ design, specDocument, xmlDocument, drafts, step: label })
    },

    /** What is typed about the host; undefined forgets it. */
    setHost(hostTyped: HostFacts | undefined): void {
      const { hostSources } = store.getState()
      store.setState({ hostTyped, host: hostOf(hostSources, hostTyped).host })
    },

    /** Adds what texts say about the host. */
    addHostSources(more: readonly HostSource[]): void {
      actions.setHostSources(withSources(store.getState().hostSources, more))
    },

    /** Exactly these texts about the host, and what was typed. */
    setHostSources(hostSources: readonly HostSource[]): void {
      const { hostTyped } = store.getState()
      store.setState({ hostSources, host: hostOf(hostSources, hostTyped).host })
    },

    selectPart(part: string): void {
      store.setState((state) => ({ selection: { ...state.selection, part } }))
    },

    selectDevice(listPath: Path, index: number | undefined): void {
      store.setState((state) => ({
        selection: {
          ...state.selection,
          devices: { ...state.selection.devices, [formatPath(listPath)]: index },
        },
      }))
    },

    /** The device of a list whose form is open. */
    selectedDevice(listPath: Path): number | undefined {
      return store.getState().selection.devices[formatPath(listPath)]
    },

    /**
     * Opens `part` with the devices that `path` leads through, and asks for its field to be brought into view.
     *
     * @param toSee true to leave the focus where it is
     */
    want(part: string, path: Path, toSee = false): void {
      store.setState((state) => {
        const devices = { ...state.selection.devices }
        for (const [index, segment] of path.entries())
          if (typeof segment === 'number') devices[formatPath(path.slice(0, index))] = segment
        return {
          selection: { part, devices },
          wanted: [...path],
          wantedToSee: toSee,
        }
      })
    },

    /** The wanted field is in view, or nowhere to be found. */
    arrived(): void {
      store.setState({ wanted: undefined })
    },

    /**
     * Notes that a field's text is wrong, or with undefined that it is right again.
     *
     * @param at its path, as `formatPath` gives it
     */
    setWrong(at: string, message: string | undefined): void {
      const { wrong } = store.getState()
      if (wrong[at] === message) return
      const others = Object.fromEntries(Object.entries(wrong).filter(([other]) => other !== at))
      store.setState({ wrong: message === undefined ? others : { ...others, [at]: message } })
    },

    undo(): void {
      endBurst()
      store.temporal.getState().undo()
      endBurst()
    },

    redo(): void {
      endBurst()
      store.temporal.getState().redo()
      endBurst()
    },
  }
  return { store, ...actions }
}

export type VmDocumentStore = ReturnType<typeof createVmDocument>

/** The document of this page. */
export const vmDocument = createVmDocument(startingDesign)

/** Reads from the document and draws again only when what was read is another value. */
export function useVmDocument<T>(select: (state: VmDocument) => T): T {
  return useStore(vmDocument.store, select)
}

/** The value at a path of the spec. */
export function useSpecValue(path: Path): unknown {
  return useStore(vmDocument.store, (state) => valueAt(state.design.spec, path))
}

/** True when something at one of the paths is said. */
export function useIsSaid(paths: readonly Path[]): boolean {
  return useStore(vmDocument.store, (state) =>
    paths.some((path) => valueAt(state.design.spec, path) !== undefined),
  )
}

/** The index of the device whose form is open. */
export function useSelectedDevice(listPath: Path): number | undefined {
  const key = formatPath(listPath)
  return useStore(vmDocument.store, (state) => state.selection.devices[key])
}

/** What undo would take back and what redo would bring again, as labels; undefined when there is nothing. */
export function useHistory(): { readonly undo: string | undefined; readonly redo: string | undefined } {
  const undoable = useStore(vmDocument.store.temporal, (history) => history.pastStates.length > 0)
  const redo = useStore(vmDocument.store.temporal, (history) => {
    const next = history.futureStates.at(-1)
    return next === undefined ? undefined : (next.step ?? 'the last step')
  })
  const step = useVmDocument((state) => state.step)
  return { undo: undoable ? (step ?? 'the last step') : undefined, redo }
}

/** The field that is to be brought into view, when it is at one of the paths or below; else undefined. */
export function useWantedAmong(paths: readonly Path[]): Path | undefined {
  return useStore(vmDocument.store, ({ wanted }) =>
    wanted !== undefined && paths.some((path) => startsWith(wanted, path)) ? wanted : undefined,
  )
}

/** Every value was checked with the schema of its field before it came here, so that a map is a spec. */
function isSpec(held: unknown): held is VmSpec {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
