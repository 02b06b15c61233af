/** What the page has to say and the person to decide or to know: it stays until it is answered. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export interface NoticeAction {
  readonly label: string
  readonly perform: () => void
}

export interface Notice {
  /** A second notice of the same id takes the place of the first. */
  readonly id: string
  /** `warning` where work is in danger. */
  readonly tone: 'info' | 'warning'
  readonly text: string
  readonly actions: readonly NoticeAction[]
  /** What happens when it is closed; undefined when it must be answered. */
  readonly onDismiss?: (() => void) | undefined
}

const store = createStore<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }))

export function notify(notice: Notice): void {
  store.setState(({ notices }) => {
    const at = notices.findIndex(({ id }) => id === notice.id)
    return { notices: at === -1 ? [...notices, notice] : notices.with(at, notice) }
  })
}

export function withdraw(id: string): void {
  if (currentNotices().some((notice) => notice.id === id))
    store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

export function currentNotices(): readonly Notice[] {
  return store.getState().notices
}

export function useNotices(): readonly Notice[] {
  return useStore(store, (state) => state.notices)
}
