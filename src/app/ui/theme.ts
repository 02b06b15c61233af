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

/** What is shown: one of the page's own, or the colours of a system that is set to high contrast. */
export type ShownTheme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark'

const systemDark = () => matchMedia('(prefers-color-scheme: dark)')
const systemContrast = () => matchMedia('(forced-colors: active)')

function shownTheme(): ShownTheme {
  const ofSystem = systemDark().matches ? 'dark' : 'light'
  if (systemContrast().matches) return `contrast-${ofSystem}`
  const chosen = currentChoice()
  return chosen === 'system' ? ofSystem : chosen
}

function subscribe(listener: () => void): () => void {
  const queries = [systemDark(), systemContrast()]
  listeners.add(listener)
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

/** What was chosen, and what that shows now. */
export function useTheme(): { readonly choice: ThemeChoice; readonly shown: ShownTheme } {
  const shown = useSyncExternalStore(subscribe, shownTheme)
  const chosen = useSyncExternalStore(subscribe, currentChoice)
  return { choice: chosen, shown }
}

/**
 * The colour of a token in the theme that is shown, as '#rrggbb', for an editor that wants its own palette.
 *
 * @param token its name, `--text`; or a colour of the system, `Highlight`
 */
export function tokenColour(token: string): string {
  const probe = document.createElement('span')
  probe.style.color = token.startsWith('--') ? `var(${token})` : token
  document.body.append(probe)
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? []
  probe.remove()
  return `#${channels
    .slice(0, 3)
    .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
    .join('')}`
}
