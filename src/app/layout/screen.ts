import { createContext, use, useSyncExternalStore } from 'react'

/** Three columns; three with a rail of icons; one column with sheets. */
export type Screen = 'wide' | 'compact' | 'narrow'

const narrowBelow = '(max-width: 899.98px)'
const compactBelow = '(max-width: 1179.98px)'

function readScreen(): Screen {
  if (matchMedia(narrowBelow).matches) return 'narrow'
  return matchMedia(compactBelow).matches ? 'compact' : 'wide'
}

/** True below 900 px, where parts and output are sheets over the form. */
export function isNarrow(): boolean {
  return readScreen() === 'narrow'
}

/** True where there is room for the whole rail; else it is a sheet. */
export function isWide(): boolean {
  return readScreen() === 'wide'
}

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(narrowBelow), matchMedia(compactBelow)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

/** Which of the three layouts the window has room for. */
export function useScreen(): Screen {
  return useSyncExternalStore(subscribe, readScreen)
}

/** How the rail around it is drawn, and how to open the full rail from one of icons. */
export interface RailMode {
  readonly mode: 'full' | 'icons'
  readonly expand: () => void
  /** To call after a part was chosen: closes a rail that was opened over the page. */
  readonly done: () => void
}

export const RailModeContext = createContext<RailMode>({ mode: 'full', expand: () => {}, done: () => {} })

export function useRailMode(): RailMode {
  return use(RailModeContext)
}
