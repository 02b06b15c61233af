import { useState } from 'react'

const prefix = 'vmwright.ui.'

/** What was remembered under `key`, or undefined when nothing was, or storage is off or full. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined
  } catch {
    return undefined
  }
}

/** Remembers `value` under `key`; undefined forgets it. Does nothing where the browser refuses storage. */
export function writeStored(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, value)
  } catch {
    // A private window or a full disk: the page works, it only forgets.
  }
}

/** A flag that survives a reload. */
export function useStoredFlag(key: string, fallback: boolean): [boolean, (value: boolean) => void] {
  const [flag, setFlag] = useState(() => {
    const stored = readStored(key)
    return stored === undefined ? fallback : stored === 'true'
  })
  return [
    flag,
    (value) => {
      setFlag(value)
      writeStored(key, String(value))
    },
  ]
}

/** A width in pixels that survives a reload, always between `min` and `max`. */
export function useStoredWidth(
  key: string,
  fallback: number,
  min: number,
  max: number,
): [number, (value: number) => void] {
  const [width, setWidth] = useState(() => {
    const stored = Number(readStored(key) ?? Number.NaN)
    return Number.isFinite(stored) ? stored : fallback
  })
  return [
    Math.min(max, Math.max(min, width)),
    (value) => {
      setWidth(value)
      writeStored(key, value === fallback ? undefined : String(value))
    },
  ]
}
