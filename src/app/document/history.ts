/** The document with what undo takes back: which changes are one step, and which begin another. */
import { temporal } from 'zundo'
import { createStore } from 'zustand/vanilla'
import type { Design } from '../core.ts'
import { emptyDocument, type Tracked, type VmDocument } from './vm-document.ts'

/** Changes of the same thing that follow each other within this time are one step of undo. */
const quietMs = 400
/** The same for a text typed by hand, where one stops to think. */
const textQuietMs = 1500
const mostSteps = 200

/** What changes that come from another tab are known by: however far apart, they are one step. */
const takenKey = 'taken '

/** What the bursts of typed texts are known by. */
const textKey = 'text '

/** How long a pause ends a step, in milliseconds. */
function quietAfter(key: string): number {
  if (key.startsWith(takenKey)) return Number.POSITIVE_INFINITY
  return key.startsWith(textKey) ? textQuietMs : quietMs
}

interface Burst {
  readonly key: string
  readonly until: number
}

/** What a step sets: of the document, whatever changes. */
export type StepState = Partial<VmDocument>

/** The document and its steps, from `design` on. @param now the time in milliseconds */
export function createHistory(design: Design, now: () => number) {
  let burst: Burst | undefined
  let key = ''
  let isAmending = false
  const store = createStore<VmDocument>()(
    temporal(() => emptyDocument(design), {
      partialize: ({ id, design, table, specDocument, xmlDocument, drafts, step, at }): Tracked => ({
        id,
        design,
        table,
        specDocument,
        xmlDocument,
        drafts,
        step,
        at,
      }),
      equality: (past, current) =>
        past.id === current.id &&
        past.design === current.design &&
        past.table === current.table &&
        past.specDocument === current.specDocument &&
        past.xmlDocument === current.xmlDocument &&
        past.drafts === current.drafts,
      limit: mostSteps,
      handleSet: (keep) => (past) => {
        if (isAmending) return
        // Leading edge: the state before the first change of a burst is kept, those within it are not.
        const goesOn = isGoingOn(key)
        burst = { key, until: now() + quietAfter(key) }
        if (!goesOn) keep(past)
      },
    }),
  )
  const isGoingOn = (burstKey: string) => burst?.key === burstKey && now() < burst.until
  const endBurst = () => {
    burst = undefined
  }

  const history = {
    store,

    /** Sets `state`, in the step that goes on when that is of the same `burstKey`. */
    set(burstKey: string, state: StepState): void {
      key = burstKey
      store.setState({ at: Date.now(), ...state })
    },

    /** Does what is a step by itself, whatever was before and comes after. */
    alone(act: () => void): void {
      endBurst()
      act()
      endBurst()
    },

    /** Sets `state` as if it had been in the step before. */
    amend(state: StepState): void {
      isAmending = true
      store.setState(state)
      isAmending = false
    },

    /** Whether a change of this `burstKey` would be in the step that goes on. */
    isGoingOn,

    /** @param steps how many */
    undo(steps = 1): void {
      history.alone(() => store.temporal.getState().undo(steps))
    },

    redo(steps = 1): void {
      history.alone(() => store.temporal.getState().redo(steps))
    },

    /**
     * Another history in place of this one: what led to the present state, and what was undone after it, the next first
     * to be done again at the end. The document stays.
     */
    replaceSteps(past: readonly Tracked[], future: readonly Tracked[]): void {
      endBurst()
      store.temporal.setState({ pastStates: [...past], futureStates: [...future] })
    },
  }
  return history
}

/** zundo calls the states that it keeps partial ones; those that this document gives it are whole. */
function isWhole(step: Partial<Tracked>): step is Tracked {
  return step.id !== undefined && step.design !== undefined && step.drafts !== undefined
}

/** What undo brings back, the next one last, and what redo brings again, the next one last. */
export interface Steps {
  readonly past: readonly Tracked[]
  readonly future: readonly Tracked[]
}

export function stepsOf({ store }: Pick<History, 'store'>): Steps {
  const { pastStates, futureStates } = store.temporal.getState()
  return { past: pastStates.filter(isWhole), future: futureStates.filter(isWhole) }
}

/** The last of zundo’s states: the next one to be undone or done again. */
export function nextOf(states: readonly Partial<Tracked>[]): Tracked | undefined {
  const next = states.at(-1)
  return next !== undefined && isWhole(next) ? next : undefined
}

export type History = ReturnType<typeof createHistory>

/** What typing into a text is known by: it goes on through longer pauses. */
export function typingOf(kind: string): string {
  return `${textKey}${kind}`
}

/** What is taken over from another tab with the same label is one step. */
export function takenWith(label: string): string {
  return `${takenKey}${label}`
}
