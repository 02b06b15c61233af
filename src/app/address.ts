/**
 * Where the person is, in the address of the page: `?part=disks&device=libvirt.devices.disks[2]`. A new part is a new
 * entry of the browser's history, so that Back goes to the part before; the title is the name of the design.
 */

import { formatPath, type Path, parsePath } from './core.ts'
import type { Selection } from './document/vm-document.ts'
import { partById, partOf } from './parts.ts'
import { vmDocument } from './store.ts'
import { t } from './words/index.ts'

const partKey = 'part'
const deviceKey = 'device'

/** Takes the part and its devices from the address, and keeps the address and the title after them from then on. */
export function followAddress(): () => void {
  const { store } = vmDocument
  const start = store.getState().selection
  select(location.search, start)
  showTitle(store.getState().design.name)

  let isOfHistory = false
  const stop = store.subscribe(({ selection, design }, before) => {
    if (design.name !== before.design.name) showTitle(design.name)
    if (selection !== before.selection)
      write(selection, !isOfHistory && selection.part !== before.selection.part)
  })
  const onBack = () => {
    isOfHistory = true
    select(location.search, start)
    isOfHistory = false
  }
  addEventListener('popstate', onBack)
  return () => {
    stop()
    removeEventListener('popstate', onBack)
  }
}

function showTitle(name: string): void {
  document.title = name === '' ? 'vmwright' : t`${name} · vmwright`
}

/** What an address does not say is as it was when the page was opened. */
function select(search: string, start: Selection): void {
  const words = new URLSearchParams(search)
  const part = partById(words.get(partKey) ?? start.part)
  if (part === undefined) return
  vmDocument.selectPart(part.id)
  for (const text of words.getAll(deviceKey)) {
    const { list, index } = listOf(parsePath(text) ?? [])
    if (index !== undefined && partOf(list)?.id === part.id) vmDocument.selectDevice(list, index)
  }
}

function listOf(path: Path): { readonly list: Path; readonly index: number | undefined } {
  const last = path.at(-1)
  return { list: path.slice(0, -1), index: typeof last === 'number' ? last : undefined }
}

function write({ part, devices }: Selection, isNewEntry: boolean): void {
  const words = new URLSearchParams(location.search)
  words.set(partKey, part)
  words.delete(deviceKey)
  for (const [text, index] of Object.entries(devices)) {
    const list = parsePath(text)
    if (index !== undefined && list !== undefined && partOf(list)?.id === part)
      words.append(deviceKey, formatPath([...list, index]))
  }
  const search = `?${words}`
  if (search === location.search) return
  const address = `${location.pathname}${search}${location.hash}`
  // The entry's state goes along: it may hold a note of what was not kept.
  if (isNewEntry) history.pushState(history.state, '', address)
  else history.replaceState(history.state, '', address)
}
