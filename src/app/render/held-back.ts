/**
 * A design that locked or ended the page, or took too long to draw, is not drawn again by a reload: the page opens with
 * its text at hand, and the person decides.
 */

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Design, isRecord } from '../core.ts'
import type { VmDocument } from '../document/vm-document.ts'
import { readLocal, writeLocal } from '../local-text.ts'
import { vmDocument } from '../store.ts'
import { t } from '../words/index.ts'
import type { RenderTrouble } from './trouble.ts'

/** Which design took too long, and what was said of it. */
const slowKey = 'vmwright.not-drawn'
/**
 * There from the first drawing of a page until it has held, with when it began and how often in a row that was so. It is
 * of this tab, since others may be starting too.
 */
const drawingKey = 'vmwright.drawing'
/** Who leaves a page that is starting is gone sooner; a slow browser may not let the page say so. */
const lockedAfterMs = 8000

export interface Held {
  readonly design: Design
  /** One sentence, without what to do. */
  readonly why: string
}

const store = createStore<{ readonly held: Held | undefined }>()(() => ({ held: undefined }))

/** Call when the stored work is there, before anything of it is drawn. */
export function holdBack(): void {
  const { design } = vmDocument.store.getState()
  const { count, since } = readDrawing()
  const isLocked = count > 1 || (count === 1 && Date.now() - since > lockedAfterMs)
  const slow = readSlow(design)
  if (isLocked)
    store.setState({
      held: { design, why: t`The page did not answer or was ended when it drew this design the last time.` },
    })
  else if (slow !== undefined) store.setState({ held: { design, why: slow } })
  else writeDrawing(count + 1)
  // A page that can still say that it goes away is not locked.
  addEventListener('pagehide', () => writeDrawing(0))
  vmDocument.store.subscribe((state) => {
    const { held } = store.getState()
    if (held !== undefined && state.design !== held.design) release()
  })
}

/** Why this design waits for the person's word; undefined when it does not. */
export function heldBack(design: Design): Held | undefined {
  const { held } = store.getState()
  return held?.design === design ? held : undefined
}

/** Draws it all the same, or something else is in its place. */
export function release(): void {
  writeDrawing(1)
  store.setState({ held: undefined })
}

/** Calls `listener` when what was held back may be drawn. */
export function whenReleased(listener: () => void): () => void {
  return store.subscribe(({ held }) => {
    if (held === undefined) listener()
  })
}

export function useHeld(): Held | undefined {
  return useStore(store, ({ held }) => held)
}

/** The outputs of a design are there; the page is still to show that it lives on with them. */
export function noteDrawn(design: Design): void {
  if (readSlow(design) !== undefined) writeLocal(slowKey, undefined)
  noteAlive()
}

/** The worker could not draw a design. */
export function noteNotDrawn({ design, kind, why }: RenderTrouble): void {
  if (kind === 'slow') writeLocal(slowKey, JSON.stringify({ mark: markOf(design), why }))
  noteAlive()
}

let isNoted = false

function noteAlive(): void {
  if (isNoted) return
  isNoted = true
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => writeDrawing(0), 0)))
}

/** The design as text without drawing it: what the person wrote, else the design as it is stored, which is YAML too. */
export function heldText({ design, specDocument }: Pick<VmDocument, 'design' | 'specDocument'>): string {
  if (specDocument?.design === design) return specDocument.text
  return `${JSON.stringify({ [design.name]: { vm: design.spec } }, undefined, 2)}\n`
}

/** What was said of this design when it took too long. */
function readSlow(design: Design): string | undefined {
  const text = readLocal(slowKey)
  if (text === undefined) return undefined
  try {
    const held: unknown = JSON.parse(text)
    if (!isRecord(held) || typeof held['why'] !== 'string') return undefined
    return held['mark'] === markOf(design) ? held['why'] : undefined
  } catch {
    return undefined
  }
}

/** Tells a design from others, whatever the order of its keys: the length and a hash of its text (FNV-1a, 32 bits). */
function markOf(design: Design): string {
  const text = JSON.stringify(design, (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  )
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return `${text.length} ${hash}`
}

/** How many drawings in a row were begun and not ended, and when the last one began. */
function readDrawing(): { readonly count: number; readonly since: number } {
  try {
    const [count = 0, since = 0] = (sessionStorage.getItem(drawingKey) ?? '').split(' ').map(Number)
    return { count, since }
  } catch {
    return { count: 0, since: 0 }
  }
}

function writeDrawing(count: number): void {
  try {
    if (count === 0) sessionStorage.removeItem(drawingKey)
    else sessionStorage.setItem(drawingKey, `${count} ${Date.now()}`)
  } catch {
    // Without storage nothing is brought back either.
  }
}
