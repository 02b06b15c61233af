/** The work survives a reload, and the tabs of the page follow each other. */

import type { VmDocumentStore } from './document/create-vm-document.ts'
import { setAsideText } from './keep/aside.ts'
import { readEarlier } from './keep/earlier.ts'
import { noteLost, readLostNote } from './keep/lost-note.ts'
import { apartKey, PresentWork, presentKey, type Start } from './keep/present-work.ts'
import { sayBehind, sayLost, sayUnkept, sayUnreadable } from './keep/say.ts'
import { markNewest, type ReadWork, readWork, type Work } from './keep/stored-work.ts'
import { readLocal, readTab, writeLocal } from './local-text.ts'

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

  const open = (work: Work) => {
    store.setState(work)
    store.temporal.getState().clear()
  }
  const mine = workOfTab()
  if (mine?.kind === 'work') {
    open(mine.work)
    return { text: undefined, seen: {}, isChanged: true }
  }
  const text = readLocal(presentKey)
  if (text === undefined) return { text, seen: {}, isChanged: false }
  const read = readWork(text)
  const work = read.kind === 'unreadable' ? undefined : await workOf(read)
  if (read.kind === 'unreadable' || work === undefined) {
    sayUnreadable()
    const outcome = setAsideText('work', text)
    // Where there is no room for it, it stays where it is, and nothing is written over it.
    if (outcome === 'kept') writeLocal(presentKey, undefined)
    return { text: undefined, seen: {}, isChanged: false }
  }
  open(work)
  if (read.isBehind)
    sayBehind(work.design.name, read.savedAt, () => {
      const now = readLocal(presentKey)
      if (now !== undefined) writeLocal(presentKey, markNewest(now))
    })
  return { text, seen: read.seen ?? {}, isChanged: read.kind === 'amiss' }
}

/** The state of this tab, when it was apart from the stored one. */
function workOfTab(): ReadWork | undefined {
  const id = readTab(apartKey)
  const text = id === undefined ? undefined : readEarlier(id)
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
  const present = new PresentWork(vm, start)
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
    if (key === presentKey || key === null) look()
  }
  const onLeave = (event: BeforeUnloadEvent) => {
    flush()
    if (present.isUnkept) event.preventDefault()
  }
  const stop = store.subscribe((state, before) => {
    if (present.isTaking) return
    if (state.opened !== before.opened) {
      clearTimeout(timer)
      timer = undefined
      present.replaced(before)
      return
    }
    const isSame =
      state.design === before.design &&
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
