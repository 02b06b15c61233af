/** Which output is shown, remembered from one visit to the next. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { readStored, type Tab, writeStored } from '../ui/index.ts'
import type { TabId } from './output-files.ts'

export const tabs: readonly Tab<TabId>[] = [
  { id: 'xml', label: 'XML' },
  { id: 'qemu', label: 'QEMU' },
  { id: 'yaml', label: 'YAML' },
  { id: 'cloud-init', label: 'cloud-init' },
  { id: 'files', label: 'Files' },
  { id: 'picture', label: 'Picture' },
]

const tabKey = 'output.tab'

const store = createStore<{ readonly tab: TabId }>()(() => {
  const stored = readStored(tabKey)
  return { tab: tabs.find(({ id }) => id === stored)?.id ?? 'xml' }
})

export function setShownTab(tab: TabId): void {
  store.setState({ tab })
  writeStored(tabKey, tab)
}

export function useShownTab(): TabId {
  return useStore(store, ({ tab }) => tab)
}

export function shownTab(): TabId {
  return store.getState().tab
}
