import { openDialog } from '../dialogs.ts'
import { nextOf } from '../document/history.ts'
import { stepName } from '../history/step-name.ts'
import { attempt } from '../load/index.ts'
import { chooseFile } from '../open/index.ts'
import { type OutputFile, outputFiles, takeFile } from '../output/index.ts'
import { renderedStore } from '../render/index.ts'
import { downloadBundle, share } from '../share/index.ts'
import { startingDesign } from '../starting-design.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import type { Action } from './action.ts'

const always = () => undefined

export const undo: Action = {
  id: 'undo',
  label: 'Undo',
  icon: 'undo',
  keywords: ['back'],
  shortcut: 'Mod+Z',
  when: () =>
    vmDocument.store.temporal.getState().pastStates.length > 0 ? undefined : 'There is nothing to undo',
  perform: () => {
    const before = nextOf(vmDocument.store.temporal.getState().pastStates)
    const name = before && stepName(before, vmDocument.store.getState())
    vmDocument.undo()
    announce(`Undid: ${name}`)
  },
}

export const redo: Action = {
  id: 'redo',
  label: 'Redo',
  icon: 'redo',
  keywords: ['again'],
  shortcut: 'Mod+Shift+Z',
  when: () =>
    vmDocument.store.temporal.getState().futureStates.length > 0 ? undefined : 'There is nothing to redo',
  perform: () => {
    const before = vmDocument.store.getState()
    vmDocument.redo()
    announce(`Did again: ${stepName(before, vmDocument.store.getState())}`)
  },
}

const redoWithY: Action = { ...redo, id: 'redo-y', shortcut: 'Mod+Y' }

export const startAnew: Action = {
  id: 'new',
  label: 'New VM',
  icon: 'plus',
  keywords: ['reset', 'empty', 'clear'],
  when: always,
  perform: () => {
    vmDocument.replace(startingDesign, 'start a new VM', { isGiven: true })
    announce('Started a new VM; the one before stays among the designs, and undo brings it back')
  },
}

export const open: Action = {
  id: 'open',
  label: 'Open a file …',
  icon: 'upload',
  keywords: ['load', 'import', 'yaml', 'json', 'host'],
  shortcut: 'Mod+O',
  when: always,
  perform: chooseFile,
}

export const designs: Action = {
  id: 'designs',
  label: 'Designs …',
  icon: 'list',
  keywords: [
    'library',
    'earlier',
    'recent',
    'restore',
    'kept',
    'lost',
    'rename',
    'duplicate',
    'delete',
    'zip',
  ],
  when: always,
  perform: () => openDialog({ kind: 'designs' }),
}

export const history: Action = {
  id: 'history',
  label: 'History …',
  icon: 'clock',
  keywords: ['steps', 'undo', 'earlier', 'before', 'time', 'versions'],
  when: always,
  perform: () => openDialog({ kind: 'history' }),
}

export const shareLink: Action = {
  id: 'share',
  label: 'Share',
  icon: 'share',
  keywords: ['link', 'copy', 'send'],
  when: always,
  perform: () => void attempt('What makes links', share),
}

export const aboutHost: Action = {
  id: 'host',
  label: 'About the host …',
  icon: 'terminal',
  keywords: ['libvirt', 'version', 'session', 'system', 'distribution'],
  when: always,
  perform: () => openDialog({ kind: 'host' }),
}

export const compareDesign: Action = {
  id: 'compare',
  label: 'Compare with …',
  icon: 'list',
  keywords: ['diff', 'difference', 'dumpxml', 'running', 'virsh'],
  when: always,
  perform: () => openDialog({ kind: 'compare' }),
}

export const findSetting: Action = {
  id: 'find',
  label: 'Find a setting',
  icon: 'search',
  keywords: ['search', 'field'],
  shortcut: '/',
  when: always,
  perform: () => {
    const search = document.querySelector('[data-rail-search]')
    if (search instanceof HTMLElement) search.focus()
    else document.querySelector<HTMLElement>('[aria-label="Find a setting"]')?.click()
  },
}

export const download: Action = {
  id: 'download',
  label: 'Download the design',
  icon: 'download',
  keywords: ['save', 'yaml', 'file'],
  shortcut: 'Mod+S',
  when: always,
  perform: () => {
    void takeFile('yaml')
  },
}

export const downloadAll: Action = {
  id: 'download-all',
  label: 'Everything as zip',
  icon: 'download',
  keywords: ['Scripts that make and start the VM, with all that they need'],
  when: always,
  perform: () => void downloadBundle(),
}

/** Everything at once, and one action for each file that there is now. */
export function downloads(): readonly Action[] {
  const files = currentFiles().map((file) => ({
    id: `download-${file.id}`,
    label: file.name,
    icon: 'file' as const,
    keywords: [file.about],
    shortcut: file.id === 'yaml' ? download.shortcut : undefined,
    when: always,
    perform: () => void takeFile(file.id),
  }))
  return [downloadAll, ...files]
}

/** Those that have a key. */
export const withKeys: readonly Action[] = [undo, redo, redoWithY, open, findSetting, download]

function currentFiles(): readonly OutputFile[] {
  return outputFiles(renderedStore.getState().rendered)
}
