import { closeDialog, openDialog } from '../dialogs.ts'
import { nextOf } from '../document/history.ts'
import { stepName } from '../history/step-name.ts'
import { isWide, setSheet } from '../layout/index.ts'
import { attempt } from '../load/index.ts'
import { chooseFile } from '../open/index.ts'
import { type OutputFile, outputFiles } from '../output/output-files.ts'
import { takeFile } from '../output/take-file.ts'
import { keepTyping } from '../palette/typed-early.ts'
import { renderedStore } from '../render/index.ts'
import { downloadBundle, share } from '../share/index.ts'
import { startingDesign } from '../starting-design.ts'
import { vmDocument } from '../store.ts'
import { announce, focusWhenThere, setTheme, themes } from '../ui/index.ts'
import { chooseLanguage, languages, t } from '../words/index.ts'
import { type Action, always } from './action.ts'
import { goToOutput } from './output-actions.ts'

export const undo: Action = {
  id: 'undo',
  label: t`Undo`,
  icon: 'undo',
  shortcut: 'Mod+Z',
  when: () =>
    vmDocument.store.temporal.getState().pastStates.length > 0 ? undefined : t`There is nothing to undo`,
  perform: () => {
    const before = nextOf(vmDocument.store.temporal.getState().pastStates)
    const name = before && stepName(before, vmDocument.store.getState())
    vmDocument.undo()
    announce(`Undid: ${name}`)
  },
}

export const redo: Action = {
  id: 'redo',
  label: t`Redo`,
  icon: 'redo',
  shortcut: 'Mod+Shift+Z',
  when: () =>
    vmDocument.store.temporal.getState().futureStates.length > 0 ? undefined : t`There is nothing to redo`,
  perform: () => {
    const before = vmDocument.store.getState()
    vmDocument.redo()
    announce(t`Did again: ${stepName(before, vmDocument.store.getState())}`)
  },
}

const redoWithY: Action = { ...redo, id: 'redo-y', shortcut: 'Mod+Y' }

export const startAnew: Action = {
  id: 'new',
  label: t`New VM`,
  icon: 'plus',
  when: always,
  perform: () => {
    vmDocument.replace(startingDesign, t`start a new VM`, { isGiven: true })
    announce(t`Started a new VM; the one before stays among the designs, and undo brings it back`)
  },
}

export const open: Action = {
  id: 'open',
  label: t`Open a file …`,
  icon: 'upload',
  shortcut: 'Mod+O',
  when: always,
  perform: chooseFile,
}

export const designs: Action = {
  id: 'designs',
  label: t`Designs …`,
  icon: 'list',
  when: always,
  perform: () => openDialog({ kind: 'designs' }),
}

export const history: Action = {
  id: 'history',
  label: t`History …`,
  icon: 'clock',
  when: always,
  perform: () => openDialog({ kind: 'history' }),
}

export const shareLink: Action = {
  id: 'share',
  label: t`Share`,
  icon: 'share',
  when: always,
  perform: () => void attempt(t`What makes links`, share),
}

export const aboutHost: Action = {
  id: 'host',
  label: t`About the host …`,
  icon: 'terminal',
  when: always,
  perform: () => openDialog({ kind: 'host' }),
}

export const compareDesign: Action = {
  id: 'compare',
  label: t`Compare with …`,
  icon: 'list',
  when: always,
  perform: () => openDialog({ kind: 'compare' }),
}

export const manyFromOne: Action = {
  id: 'set',
  label: t`Many from one …`,
  icon: 'list',
  when: always,
  perform: () => openDialog({ kind: 'set' }),
}

export const findSetting: Action = {
  id: 'find',
  label: t`Find a setting`,
  icon: 'search',
  shortcut: '/',
  when: always,
  perform: () => {
    if (!isWide()) setSheet('rail')
    focusWhenThere('[data-rail-search]')
  },
}

export const download: Action = {
  id: 'download',
  label: t`Download the design`,
  icon: 'download',
  shortcut: 'Mod+S',
  when: always,
  perform: () => {
    void takeFile('yaml')
  },
}

export const downloadAll: Action = {
  id: 'download-all',
  label: t`Everything as zip`,
  icon: 'download',
  about: t`Scripts that make and start the VM, with all that they need`,
  when: always,
  perform: () => void downloadBundle(),
}

/** Everything at once, and one action for each file that there is now. */
export function downloads(): readonly Action[] {
  const files = currentFiles().map((file) => ({
    id: `download-${file.id}`,
    label: file.name,
    icon: 'file' as const,
    shortcut: file.id === 'yaml' ? download.shortcut : undefined,
    when: always,
    perform: () => void takeFile(file.id),
  }))
  return [downloadAll, ...files]
}

export const openPalette: Action = {
  id: 'palette',
  label: t`Find anything …`,
  icon: 'search',
  shortcut: 'Mod+K',
  when: always,
  perform: () => {
    // The dialogs themselves may not be drawn yet.
    keepTyping(closeDialog)
    openDialog({ kind: 'palette' })
  },
}

export const showShortcuts: Action = {
  id: 'shortcuts',
  label: t`Keys …`,
  icon: 'input',
  shortcut: '?',
  when: always,
  perform: () => openDialog({ kind: 'shortcuts' }),
}

/** Light, dark or high contrast by hand, or what the system says. */
export const themeActions: readonly Action[] = themes.map(({ id, label }) => ({
  id: `theme-${id}`,
  label,
  icon: id === 'dark' ? 'moon' : 'sun',
  when: always,
  perform: () => setTheme(id),
}))

/** The language by hand; the first of the browser’s that there is goes without saying. */
export const languageActions: readonly Action[] = languages.map(({ id, label }) => ({
  id: `language-${id}`,
  label,
  about: t`Loads the page anew in this language; your work stays.`,
  icon: 'user',
  when: always,
  perform: () => chooseLanguage(id),
}))

/** Those that have a key. */
export const withKeys: readonly Action[] = [
  undo,
  redo,
  redoWithY,
  open,
  download,
  openPalette,
  findSetting,
  goToOutput,
  showShortcuts,
]

function currentFiles(): readonly OutputFile[] {
  return outputFiles(renderedStore.getState().rendered)
}
