/** The work survives a reload, and the tabs of the page follow each other. */

import type { VmDocumentStore } from './document/create-vm-document.ts'
import { setAsideText } from './keep/aside.ts'
import { designKey, noteOpen, type OpenDesign, readKept, readOpen, writeKept } from './keep/kept-designs.ts'
import { noteLost, readLostNote } from './keep/lost-note.ts'
import { firstId, newId } from './keep/new-id.ts'
import { apartKey, PresentWork, type Start, startOf } from './keep/present-work.ts'
import { sayBehind, sayLost, sayUnkept, sayUnreadable } from './keep/say.ts'
import { markNewest, type ReadWork, readWork, type Work } from './keep/stored-work.ts'
import { readLocal, readTab, writeLocal } from './local-text.ts'

/** Where pages before this one kept the one design that they had. */
const oldKey = 'vmwright.work'

const quietMs = 300

/**
 * Brings back what was stored, and says what could not be brought back.
 *
 * @returns what `keepWork` goes on from
 */
export async function restoreWork({ store }: VmDocumentStore): Promise<Start> {
  const lost = readLostNote()
  if (lost !== undefined) sayLost(lost)
  noteLost(undefined)
  if (writeLocal('vmwright.probe', 'x') === 'off') sayUnkept('off', store.getState)
  writeLocal('vmwright.probe', undefined)

  const { id, isStored } = takeOverOld() ?? readOpen() ?? { id: firstId(), isStored: false }
  noteOpen({ id, isStored })
  const open = (work: Work) => {
    store.setState({ ...work, id })
    store.temporal.getState().clear()
  }
  store.setState({ id })
  store.temporal.getState().clear()
  const mine = workOfTab()
  if (mine?.kind === 'work') {
    open(mine.work)
    return { id, text: undefined, seen: {}, isChanged: true, apartId: readTab(apartKey) }
  }
  const text = readKept(id) ?? (isStored ? await readShelved(id) : undefined)
  if (text === undefined) return { id, text, seen: {}, isChanged: false }
  const read = readWork(text)
  const work = read.kind === 'unreadable' ? undefined : await workOf(read)
  if (read.kind === 'unreadable' || work === undefined) {
    sayUnreadable()
    const outcome = setAsideText('work', text)
    // Where there is no room for it, it stays where it is, and nothing is written over it.
    if (outcome === 'kept') writeLocal(designKey(id), undefined)
    return { id, text: undefined, seen: {}, isChanged: false }
  }
  open(work)
  if (read.isBehind)
    sayBehind(work.design.name, read.savedAt, () => {
      const now = readKept(id)
      if (now !== undefined) writeKept(id, markNewest(now))
    })
  return { id, text, seen: read.seen ?? {}, isChanged: read.kind === 'amiss' }
}

/** The one design of a page before this one becomes one of many. */
function takeOverOld(): OpenDesign | undefined {
  const text = readLocal(oldKey)
  if (text === undefined) return undefined
  const id = newId()
  // There may be no room for two of it.
  writeLocal(oldKey, undefined)
  if (writeKept(id, text) === 'kept') return { id, isStored: true }
  writeLocal(oldKey, text)
  return undefined
}

/** A design that made room for others is in the database; seldom asked, since the first picture waits for it. */
async function readShelved(id: string): Promise<string | undefined> {
  try {
    const { readDesign } = await import('./designs/library.ts')
    return await readDesign(id)
  } catch {
    return undefined
  }
}

/** The state of this tab, when it was apart from the stored one. */
function workOfTab(): ReadWork | undefined {
  const id = readTab(apartKey)
  const text = id === undefined ? undefined : readKept(id)
  return text === undefined ? undefined : readWork(text)
}

async function workOf(read: Exclude<ReadWork, { kind: 'unreadable' }>): Promise<Work | undefined> {
  if (read.kind === 'work') return read.work
  try {
    const { openAmiss } = await import('./keep/open-amiss.ts')
    return openAmiss(read.held)
  } catch {
    return undefined
  }
}

/**
 * Stores the document when it has been quiet for a moment and before the page goes away, and follows what other tabs
 * store.
 *
 * @param start what `restoreWork` gave
 */
export function keepWork(vm: VmDocumentStore, start: Start): () => void {
  const { store } = vm
  let present = new PresentWork(vm, start)
  const opened = new Map([[present.id, present]])
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    present.save()
  }
  const flush = () => {
    if (timer !== undefined) save()
  }
  const look = () => present.look()
  const onVisibility = () => (document.visibilityState === 'hidden' ? flush() : look())
  const onStorage = ({ key }: StorageEvent) => {
    if (key === designKey(present.id) || key === null) look()
  }
  const onLeave = (event: BeforeUnloadEvent) => {
    flush()
    if (present.isUnkept) event.preventDefault()
  }
  const stop = store.subscribe((state, before) => {
    if (present.isTaking) return
    if (state.id !== before.id) {
      clearTimeout(timer)
      timer = undefined
      present.leave(before)
      present = opened.get(state.id) ?? new PresentWork(vm, startOf(state))
      opened.set(state.id, present)
      present.enter()
      return
    }
    const isSame =
      state.design === before.design &&
      state.table === before.table &&
      state.specDocument === before.specDocument &&
      state.xmlDocument === before.xmlDocument &&
      state.drafts === before.drafts &&
      state.selection === before.selection
    if (isSame) return
    present.noticeReading(state, before)
    clearTimeout(timer)
    timer = setTimeout(save, quietMs)
  })
  addEventListener('pagehide', flush)
  addEventListener('pageshow', look)
  addEventListener('focus', look)
  addEventListener('storage', onStorage)
  addEventListener('beforeunload', onLeave)
  document.addEventListener('visibilitychange', onVisibility)
  if (start.isChanged) save()
  return () => {
    flush()
    stop()
    removeEventListener('pagehide', flush)
    removeEventListener('pageshow', look)
    removeEventListener('focus', look)
    removeEventListener('storage', onStorage)
    removeEventListener('beforeunload', onLeave)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
