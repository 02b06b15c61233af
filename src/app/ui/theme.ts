import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './stored.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

function readChoice(): ThemeChoice {
  const stored = readStored('theme')
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

let choice: ThemeChoice | undefined

function currentChoice(): ThemeChoice {
  choice ??= readChoice()
  return choice
}

/** Puts the remembered choice on the root element; call once before the first render. */
export function applyTheme(): void {
  const chosen = currentChoice()
  if (chosen === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.setAttribute('data-theme', chosen)
}

export function setTheme(next: ThemeChoice): void {
  choice = next
  writeStored('theme', next === 'system' ? undefined : next)
  applyTheme()
  tell()
}

const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

function shownTheme(): 'light' | 'dark' {
  const chosen = currentChoice()
  if (chosen !== 'system') return chosen
  return systemDark().matches ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  const query = systemDark()
  listeners.add(listener)
  query.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    query.removeEventListener('change', listener)
  }
}

/** What was chosen, and what that shows now. */
export function useTheme(): { readonly choice: ThemeChoice; readonly shown: 'light' | 'dark' } {
  const shown = useSyncExternalStore(subscribe, shownTheme)
  const chosen = useSyncExternalStore(subscribe, currentChoice)
  return { choice: chosen, shown }
}

/** The colour of a token in the theme that is shown, as '#rrggbb', for an editor that wants its own palette. */
export function tokenColour(token: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? []
  probe.remove()
  return `#${channels
    .slice(0, 3)
    .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
    .join('')}`
}
