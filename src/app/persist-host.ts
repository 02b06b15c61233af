/** What is known about the host survives a reload, apart from the design: one host, many designs. */

import { checkHostFacts, formatPath, type HostFacts, isRecord, type Path, valueAt } from './core.ts'
import type { VmDocumentStore } from './document/create-vm-document.ts'
import type { VmDocument } from './document/vm-document.ts'
import { type HostSource, hostOf, type SourceFinding } from './host-sources.ts'
import { setAsideText, setAsideValues } from './keep/aside.ts'
import type { AsideValue } from './keep/aside-value.ts'
import { writeWithRoom } from './keep/kept-designs.ts'
import { sayAside, sayHostKept, sayHostUnkept } from './keep/say.ts'
import { parseRecord } from './keep/stored-work.ts'
import { readLocal, writeLocal } from './local-text.ts'
import { announce } from './ui/index.ts'
import { t } from './words/index.ts'

const hostKey = 'vmwright.host'
const version = 1

type KeptHost = Pick<VmDocument, 'hostSources' | 'hostTyped'>

/** The host without what is wrong in it. */
interface ReadHost extends KeptHost {
  readonly leftOut: readonly AsideValue[]
}

/** The host as text for storage. */
export function writeHost({ hostSources, hostTyped }: KeptHost): string {
  return JSON.stringify({ version, sources: hostSources, typed: hostTyped })
}

/** A stored host; undefined when the text is not one of this version. A source that is not right is left out. */
export function readHost(text: string): ReadHost | undefined {
  const held = parseRecord(text)
  if (held === undefined || held['version'] !== version || !Array.isArray(held['sources'])) return undefined
  const leftOut: AsideValue[] = []
  const hostSources = held['sources'].flatMap((stored: unknown, index) => {
    const source = readSource(stored, index, leftOut)
    if (source === undefined) leftOut.push({ path: `sources[${index}]`, value: stored, why: noFacts })
    return source ?? []
  })
  const typed = held['typed']
  const facts = readFacts(typed, ['typed'], leftOut)
  // Nothing of it was right.
  const hostTyped = facts !== undefined && Object.keys(facts).length === 0 ? undefined : facts
  if (typed !== undefined && hostTyped === undefined)
    leftOut.push({ path: 'typed', value: typed, why: noFacts })
  return { hostSources, hostTyped, leftOut }
}

const noFacts = t`These are no facts that the page knows.`

function readSource(held: unknown, index: number, leftOut: AsideValue[]): HostSource | undefined {
  if (!isRecord(held)) return undefined
  const { title, summary, file, readAt } = held
  const facts = readFacts(held['facts'], ['sources', index, 'facts'], leftOut)
  if (facts === undefined || typeof title !== 'string' || typeof summary !== 'string') return undefined
  const findings = Array.isArray(held['findings']) ? held['findings'].flatMap(readFinding) : []
  return {
    // Ids name the rows of one page and need not be those of the page before.
    id: `kept-${index}`,
    title,
    summary,
    file: typeof file === 'string' ? file : undefined,
    readAt: typeof readAt === 'number' ? readAt : 0,
    facts,
    findings,
  }
}

/** The facts that are right; what is wrong among them goes to `leftOut`. */
function readFacts(held: unknown, at: Path, leftOut: AsideValue[]): HostFacts | undefined {
  const { facts, issues } = checkHostFacts(held)
  if (facts !== undefined && Object.keys(facts).length > 0)
    for (const { path: wrong, message } of issues) {
      const path = wrong.filter((key) => typeof key !== 'symbol')
      leftOut.push({ path: formatPath([...at, ...path]), value: valueAt(held, path), why: message })
    }
  return facts
}

function readFinding(held: unknown): SourceFinding[] {
  if (!isRecord(held) || typeof held['message'] !== 'string') return []
  const { message, severity, line } = held
  if (severity !== 'error' && severity !== 'warning' && severity !== 'advice') return []
  return [{ severity, message, line: typeof line === 'number' ? line : undefined }]
}

const ofHost = t`What is known about the host`

/** Brings back the host, and says what could not be brought back. */
export function restoreHost({ store }: VmDocumentStore): void {
  const text = readLocal(hostKey)
  if (text === undefined) return
  const read = readHost(text)
  if (read === undefined) {
    announce(t`${ofHost} is of another version; it was kept aside`)
    if (setAsideText('host', text) === 'kept') writeLocal(hostKey, undefined)
    return
  }
  open(store, read)
  if (read.leftOut.length === 0) return
  const outcome = setAsideValues(ofHost, read.leftOut)
  sayAside(ofHost, read.leftOut, outcome)
  if (outcome === 'kept') writeLocal(hostKey, writeHost(read))
}

function open(store: VmDocumentStore['store'], { hostSources, hostTyped }: KeptHost): void {
  store.setState({ hostSources, hostTyped, host: hostOf(hostSources, hostTyped).host })
}

/** Stores the host at once when it is another, which is seldom, and follows what other tabs store. */
export function keepHost({ store }: VmDocumentStore): () => void {
  let known = readLocal(hostKey)
  let isTaking = false
  const take = (kept: KeptHost) => {
    isTaking = true
    open(store, kept)
    isTaking = false
  }
  const look = () => {
    const text = readLocal(hostKey)
    if (text === known || text === undefined) return
    const read = readHost(text)
    if (read === undefined) return
    known = text
    take(read)
    announce(t`Took over what another tab knows about the host`)
  }
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== hostKey) return
    if (newValue !== null) look()
    else if (known !== undefined) {
      known = undefined
      take({ hostSources: [], hostTyped: undefined })
    }
  }
  const stop = store.subscribe((state, before) => {
    if (state.hostSources === before.hostSources && state.hostTyped === before.hostTyped) return
    if (isTaking) return
    const there = readLocal(hostKey)
    // Of another tab, and not yet seen here.
    if (there !== undefined && there !== known) setAsideText('host', there)
    const isEmpty = state.hostSources.length === 0 && state.hostTyped === undefined
    const text = isEmpty ? undefined : writeHost(state)
    const outcome = text === undefined ? writeLocal(hostKey, text) : writeWithRoom(hostKey, text)
    known = readLocal(hostKey)
    if (outcome === 'kept') sayHostKept()
    else sayHostUnkept(outcome)
  })
  addEventListener('storage', onStorage)
  addEventListener('focus', look)
  addEventListener('pageshow', look)
  return () => {
    stop()
    removeEventListener('storage', onStorage)
    removeEventListener('focus', look)
    removeEventListener('pageshow', look)
  }
}
