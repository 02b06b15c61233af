/** Which output is shown, remembered from one visit to the next. */

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { readStored, type Tab, writeStored } from '../ui/index.ts'
import { t } from '../words/index.ts'
import type { TabId } from './output-files.ts'

export const tabs: readonly Tab<TabId>[] = [
  { id: 'xml', label: t`XML` },
  { id: 'qemu', label: t`QEMU` },
  { id: 'yaml', label: t`YAML` },
  { id: 'cloud-init', label: t`cloud-init` },
  { id: 'files', label: t`Files` },
  { id: 'picture', label: t`Picture` },
  { id: 'elsewhere', label: t`Elsewhere` },
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
