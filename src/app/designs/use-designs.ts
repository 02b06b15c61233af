/** What the list shows, also of what other tabs do; what is deleted stays in its place until the list is closed. */

import { useCallback, useEffect, useMemo, useState } from 'react'
import { writeKept } from '../keep/kept-designs.ts'
import type { KeptAside, KeptDesign } from '../keep/kept-list.ts'
import { writeLocal } from '../local-text.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { withDatabase } from './database.ts'
import { forgetDesign, shelve, whenDesignsChange } from './library.ts'
import { type ListedDesigns, listDesigns } from './list-designs.ts'
import type { StoredHistory } from './stored-history.ts'

export interface DesignRows {
  /** Those that were deleted here too. */
  readonly rows: readonly KeptDesign[]
  /** False where only the last few are kept. */
  readonly hasDatabase: boolean
  readonly isForgotten: (key: string) => boolean
  readonly forget: (design: KeptDesign) => Promise<void>
  readonly bringBack: (design: KeptDesign) => Promise<void>
  /** Reads the designs again. */
  readonly look: () => void
}

interface Gone {
  readonly design: KeptDesign
  readonly history: StoredHistory | undefined
}

export function useDesigns(): DesignRows {
  const [listed, setListed] = useState<ListedDesigns>({ designs: [], hasDatabase: true })
  const [gone, setGone] = useState<ReadonlyMap<string, Gone>>(new Map())
  const look = useCallback(() => void listDesigns().then(setListed), [])
  useEffect(() => {
    look()
    return whenDesignsChange(look)
  }, [look])
  const there = new Set(listed.designs.map(({ key }) => key))
  const rows = useMemo(() => {
    const left = [...gone.values()].filter(
      ({ design }) => !listed.designs.some(({ key }) => key === design.key),
    )
    return [...listed.designs, ...left.map(({ design }) => design)]
  }, [listed, gone])
  return {
    rows,
    hasDatabase: listed.hasDatabase,
    isForgotten: (key) => !there.has(key),
    forget: async (design) => {
      const history = await withDatabase((db) => db.get('histories', design.key))
      setGone((before) => new Map(before).set(design.key, { design, history }))
      await forgetDesign(design.key)
      announce(t`Deleted ${design.name}; it can be brought back until the list is closed`)
      look()
    },
    bringBack: async (design) => {
      const history = gone.get(design.key)?.history
      const isBack = writeKept(design.key, design.text) === 'kept'
      await shelve()
      if (history !== undefined) await withDatabase((db) => db.put('histories', history))
      announce(
        isBack ? t`Brought back ${design.name}` : t`The browser’s storage has no room for ${design.name}`,
      )
      look()
    },
    look,
  }
}

export interface AsideRows {
  readonly rows: readonly KeptAside[]
  readonly isForgotten: (key: string) => boolean
  readonly forget: (aside: KeptAside) => void
  readonly bringBack: (aside: KeptAside) => void
}

/** What was set aside, in the same way. */
export function useAsides(list: () => readonly KeptAside[]): AsideRows {
  const [stored, setStored] = useState(list)
  const [shown, setShown] = useState(stored)
  useEffect(() => {
    const look = () => setStored(list())
    addEventListener('storage', look)
    return () => removeEventListener('storage', look)
  }, [list])
  const fresh = stored.filter(({ key }) => !shown.some((row) => row.key === key))
  if (fresh.length > 0) setShown([...fresh, ...shown])
  const look = (words: string) => {
    setStored(list())
    announce(words)
  }
  return {
    rows: shown,
    isForgotten: (key) => !stored.some((thing) => thing.key === key),
    forget: ({ key, of }) => {
      writeLocal(key, undefined)
      look(t`Forgot ${of}`)
    },
    bringBack: ({ key, text, of }) => {
      const isBack = writeLocal(key, text) === 'kept'
      look(isBack ? t`Brought back ${of}` : t`The browser’s storage has no room for ${of}`)
    },
  }
}
