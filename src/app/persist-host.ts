/** What is known about the host survives a reload, apart from the design: one host, many designs. */
import { type HostFacts, hostFactsSchema, isRecord } from './core.ts'
import { type HostSource, hostOf, type SourceFinding } from './host-sources.ts'
import { readLocal, writeLocal } from './local-text.ts'
import type { VmDocument, VmDocumentStore } from './store.ts'

const hostKey = 'vmwright.host'
/** What another version of the page wrote and this one can't read: kept aside, not thrown away. */
const unreadableKey = 'vmwright.host.unreadable'
const version = 1

type KeptHost = Pick<VmDocument, 'hostSources' | 'hostTyped'>

/** The host as text for storage. */
export function writeHost({ hostSources, hostTyped }: KeptHost): string {
  return JSON.stringify({ version, sources: hostSources, typed: hostTyped })
}

/** A stored host; undefined when the text is not one of this version. A source that is not right is left out. */
export function readHost(text: string): KeptHost | undefined {
  let held: unknown
  try {
    held = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(held) || held['version'] !== version || !Array.isArray(held['sources'])) return undefined
  return {
    hostSources: held['sources'].flatMap(readSource),
    hostTyped: readFacts(held['typed']),
  }
}

function readSource(held: unknown, index: number): HostSource[] {
  if (!isRecord(held)) return []
  const { title, summary, file, readAt } = held
  const facts = readFacts(held['facts'])
  if (facts === undefined || typeof title !== 'string' || typeof summary !== 'string') return []
  const findings = Array.isArray(held['findings']) ? held['findings'].flatMap(readFinding) : []
  return [
    {
      // Ids name the rows of one page and need not be those of the page before.
      id: `kept-${index}`,
      title,
      summary,
      file: typeof file === 'string' ? file : undefined,
      readAt: typeof readAt === 'number' ? readAt : 0,
      facts,
      findings,
    },
  ]
}

function readFacts(held: unknown): HostFacts | undefined {
  const parsed = hostFactsSchema.safeParse(held)
  return parsed.success ? parsed.data : undefined
}

function readFinding(held: unknown): SourceFinding[] {
  if (!isRecord(held) || typeof held['message'] !== 'string') return []
  const { message, severity, line } = held
  if (severity !== 'error' && severity !== 'warning' && severity !== 'advice') return []
  return [{ severity, message, line: typeof line === 'number' ? line : undefined }]
}

/** Brings back the host; false when something was stored that can't be read (it is kept aside). */
export function restoreHost({ store }: VmDocumentStore): boolean {
  const text = readLocal(hostKey)
  if (text === undefined) return true
  const kept = readHost(text)
  if (kept === undefined) {
    writeLocal(unreadableKey, text)
    return false
  }
  store.setState({ ...kept, host: hostOf(kept.hostSources, kept.hostTyped).host })
  return true
}

/** Stores the host at once when it is another: that is seldom. */
export function keepHost({ store }: VmDocumentStore): () => void {
  return store.subscribe((state, before) => {
    if (state.hostSources === before.hostSources && state.hostTyped === before.hostTyped) return
    const isEmpty = state.hostSources.length === 0 && state.hostTyped === undefined
    writeLocal(hostKey, isEmpty ? undefined : writeHost(state))
  })
}
