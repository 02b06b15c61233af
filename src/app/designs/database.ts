/** The database of designs in the browser: every design, and the history of each. Import this file lazily. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { StoredHistory } from './stored-history.ts'

/** One design; `text` is what stored-work.ts writes. */
export interface ShelvedDesign {
  readonly id: string
  readonly text: string
}

export interface Tables extends DBSchema {
  readonly designs: { readonly key: string; readonly value: ShelvedDesign }
  readonly histories: { readonly key: string; readonly value: StoredHistory }
}

const version = 1
/** A browser may never answer, as when another page holds an older database open. */
const mostMs = 4000

let opening: Promise<IDBPDatabase<Tables> | undefined> | undefined

/** The database; undefined where the browser has none for this page. */
export async function database(): Promise<IDBPDatabase<Tables> | undefined> {
  opening ??= open()
  return await opening
}

/** Does something with the database; undefined where there is none, or where it fails. */
export async function withDatabase<T>(act: (db: IDBPDatabase<Tables>) => Promise<T>): Promise<T | undefined> {
  const db = await database()
  if (db === undefined) return undefined
  try {
    return await act(db)
  } catch {
    // Closed by the browser, or full: it is opened anew when it is next asked for.
    opening = undefined
    return undefined
  }
}

async function open(): Promise<IDBPDatabase<Tables> | undefined> {
  const forget = () => {
    opening = undefined
  }
  try {
    const opened = openDB<Tables>('vmwright', version, {
      upgrade: (db) => {
        db.createObjectStore('designs', { keyPath: 'id' })
        db.createObjectStore('histories', { keyPath: 'id' })
      },
      // A newer page in another tab needs another one: it must not wait for this.
      blocking: (_current, _blocked, event) => {
        forget()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: forget,
    })
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), mostMs))
    return await Promise.race([opened, late])
  } catch {
    return undefined
  }
}
