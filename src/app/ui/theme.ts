import { useSyncExternalStore } from 'react'
import { t } from '../words/index.ts'
import { readStored, writeStored } from './stored.ts'

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast'

/** What can be chosen, in the order of the menu. */
export const themes: readonly { readonly id: ThemeChoice; readonly label: string }[] = [
  { id: 'system', label: t`As the system` },
  { id: 'light', label: t`Light` },
  { id: 'dark', label: t`Dark` },
  { id: 'contrast', label: t`High contrast` },
]

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

function readChoice(): ThemeChoice {
  const stored = readStored('theme')
  return themes.find(({ id }) => id === stored)?.id ?? 'system'
}

let choice: ThemeChoice | undefined

function currentChoice(): ThemeChoice {
  choice ??= readChoice()
  return choice
}

const prefersDark = '(prefers-color-scheme: dark)'
const prefersContrast = '(prefers-contrast: more)'
const forcesColours = '(forced-colors: active)'
const matches = (query: string) => matchMedia(query).matches

/** Puts the remembered choice on the root element, and whoever asks the system for more contrast gets it; call once. */
export function applyTheme(): void {
  showTheme()
  matchMedia(prefersContrast).addEventListener('change', showTheme)
}

function showTheme(): void {
  const { dataset } = document.documentElement
  const chosen = currentChoice()
  if (chosen === 'light' || chosen === 'dark') dataset['theme'] = chosen
  else delete dataset['theme']
  if (wantsContrast()) dataset['contrast'] = ''
  else delete dataset['contrast']
}

function wantsContrast(): boolean {
  return currentChoice() === 'contrast' || matches(prefersContrast)
}

export function setTheme(next: ThemeChoice): void {
  choice = next
  writeStored('theme', next === 'system' ? undefined : next)
  showTheme()
  tell()
}

/** What is shown: one of the page's own, or with high contrast, be it the page's or the system's colours. */
export type ShownTheme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark'

function shownTheme(): ShownTheme {
  const ofSystem = matches(prefersDark) ? 'dark' : 'light'
  if (matches(forcesColours)) return `contrast-${ofSystem}`
  const chosen = currentChoice()
  const shown = chosen === 'light' || chosen === 'dark' ? chosen : ofSystem
  return wantsContrast() ? `contrast-${shown}` : shown
}

function subscribe(listener: () => void): () => void {
  const queries = [prefersDark, prefersContrast, forcesColours].map((query) => matchMedia(query))
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
