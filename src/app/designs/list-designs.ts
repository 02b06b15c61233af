/** The designs of this browser, read for the list of them. */
import { type KeptDesign, keptDesign, newestFirst } from '../keep/kept-list.ts'
import { writePresent } from '../keep/stored-work.ts'
import { vmDocument } from '../store.ts'
import { hasDatabase, readDesigns } from './library.ts'

export interface ListedDesigns {
  /** The open one first, then the newest. */
  readonly designs: readonly KeptDesign[]
  readonly hasDatabase: boolean
}

const read = new Map<string, KeptDesign>()

/** Reads all of them; the open one is as it is on the page. */
export async function listDesigns(): Promise<ListedDesigns> {
  const [kept, isThere] = await Promise.all([readDesigns(), hasDatabase()])
  const others = kept
    .filter(({ id }) => id !== vmDocument.store.getState().id)
    .map(({ id, text }) => readOnce(id, text))
    .sort(newestFirst)
  return { designs: [openOne(), ...others], hasDatabase: isThere }
}

function openOne(): KeptDesign {
  const state = vmDocument.store.getState()
  return keptDesign(state.id, writePresent(state, { savedAt: state.at }))
}

/** Each text is checked once: there may be many. */
function readOnce(id: string, text: string): KeptDesign {
  const known = read.get(id)
  if (known?.text === text) return known
  const design = keptDesign(id, text)
  read.set(id, design)
  return design
}
