/** Reads what is typed into the XML and the YAML when typing rests for a moment, and brings it into the design. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Finding } from '../core.ts'
import type { TextKind } from '../document/vm-document.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { runTextJob } from './run-text-job.ts'

const pauseMs = 150

/** Why a typed text is not read. */
export interface DraftProblem {
  readonly text: string
  readonly findings: readonly Finding[]
}

type Problems = Readonly<Partial<Record<TextKind, DraftProblem>>>

const problems = createStore<Problems>()(() => ({}))
const timers: Partial<Record<TextKind, ReturnType<typeof setTimeout>>> = {}
const kinds: readonly TextKind[] = ['xml', 'yaml']

/** What is wrong with the text that is typed now; undefined while it is read, and when nothing is. */
export function useDraftProblem(kind: TextKind): DraftProblem | undefined {
  return useStore(problems, (state) => state[kind])
}

/** Follows the typed texts of the document, also those that a reload brought back. */
export function followDrafts(): () => void {
  const look = (kind: TextKind) => {
    clearTimeout(timers[kind])
    if (vmDocument.store.getState().drafts[kind] === undefined) setProblem(kind, undefined)
    else timers[kind] = setTimeout(() => void read(kind), pauseMs)
  }
  for (const kind of kinds) look(kind)
  const stop = vmDocument.store.subscribe(({ drafts }, before) => {
    for (const kind of kinds) if (drafts[kind] !== before.drafts[kind]) look(kind)
  })
  return () => {
    stop()
    for (const kind of kinds) clearTimeout(timers[kind])
  }
}

async function read(kind: TextKind): Promise<void> {
  const { drafts, design, host, xmlDocument } = vmDocument.store.getState()
  const draft = drafts[kind]
  if (draft === undefined) return
  const { text, base = design } = draft
  const typed = { text, design, base, since: vmDocument.designBeforeTyping() }
  const answer =
    kind === 'xml'
      ? await runTextJob('read-xml', { ...typed, own: xmlDocument?.text, host })
      : await runTextJob('read-yaml', typed)
  const now = vmDocument.store.getState()
  // Typed on meanwhile: that text has its own turn.
  if (now.drafts[kind]?.text !== text) return
  if (answer.kind === 'wrong') setProblem(kind, { text, findings: answer.findings })
  // The form changed meanwhile: what the text means is asked once more, beside that change.
  else if (now.design !== design) await read(kind)
  else {
    // No text says where the design is from.
    const said = answer.kind === 'same' ? design : { ...answer.design, cameBy: design.cameBy }
    const isAsTyped = answer.kind === 'same' ? said === base : answer.isAsTyped
    const brought = answer.kind === 'same' ? undefined : answer.brought
    const vm = kind === 'yaml' && !isAsTyped ? base.name : said.name
    vmDocument.readText(
      kind,
      { text, vm, design: isAsTyped ? said : undefined },
      said,
      answer.kind === 'same' ? undefined : answer.step,
      brought && { xml: { text: brought.xml, vm, design: said }, yaml: { text: brought.yaml, vm } },
    )
    if (brought !== undefined) announce(t`The XML holds the design ${said.name}, which is taken over with it`)
    for (const { code, message } of answer.findings) if (/^(?:put|stored)\./.test(code)) announce(message)
  }
}

function setProblem(kind: TextKind, problem: DraftProblem | undefined): void {
  if (problems.getState()[kind] !== problem) problems.setState({ [kind]: problem })
}
