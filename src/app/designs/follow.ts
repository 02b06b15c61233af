/** Has what was done written into the database when it has been quiet: what does so is loaded later than the page. */
import type { VmDocumentStore } from '../document/create-vm-document.ts'

/** The design itself is in the small storage long before. */
const quietMs = 1000

/** Brings back the history of the design, and keeps it and the designs in the database from then on. */
export function followDesigns({ store, ...vm }: VmDocumentStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = async () => {
    clearTimeout(timer)
    timer = undefined
    try {
      const [{ shelve }, { keepHistory }] = await Promise.all([
        import('./library.ts'),
        import('../history/keep-history.ts'),
      ])
      // Both at once: a page that goes away has time to begin them, and what was begun is ended without it.
      await Promise.all([keepHistory({ store, ...vm }), shelve()])
    } catch {
      // What could not be loaded is asked for again with the next change; the design is stored without it.
    }
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(write, quietMs)
  }
  const flush = () => {
    if (timer !== undefined) void write()
  }
  const stop = store.subscribe((state, before) => {
    if (state.id !== before.id || state.at !== before.at || state.design !== before.design) soon()
  })
  addEventListener('pagehide', flush)
  soon()
  return () => {
    stop()
    clearTimeout(timer)
    removeEventListener('pagehide', flush)
  }
}
