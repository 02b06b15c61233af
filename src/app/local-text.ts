/** Texts in the browser's storage, which may be switched off or full: each write says what became of it. */

/** `off`: the browser keeps nothing for this page. */
export type Written = 'kept' | 'full' | 'off'

export function readLocal(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Undefined removes it. What was there stays when the text can't be written. */
export function writeLocal(key: string, text: string | undefined): Written {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return 'kept'
  } catch (error) {
    return isQuota(error) ? 'full' : 'off'
  }
}

/** Firefox has a name of its own for it. */
function isQuota(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  )
}

/** The keys that begin with `prefix`; none where the storage is off. */
export function localKeys(prefix: string): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter(
      (key) => key.startsWith(prefix),
    )
  } catch {
    return []
  }
}

/** What this tab alone remembers, also over a reload. */
export function readTab(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Undefined removes it. Nothing of the person's own is lost when it can't be written. */
export function writeTab(key: string, text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // The tab comes back without it.
  }
}
