/** Texts in the browser's storage, which may be switched off or full: the page works then, it only forgets. */

export function readLocal(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Undefined removes it. */
export function writeLocal(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // A private window or a full disk.
  }
}
