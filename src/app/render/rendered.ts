/**
 * What is rendered from the document, kept up to date after each change. The worker renders one design at a time; when
 * it is done, the newest one is next, and what came between is never rendered. What can't be drawn leaves the last
 * outputs, with the design that they are of, and `trouble` says so.
 */

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import {
  countFindings,
  type Design,
  type Finding,
  type FindingCounts,
  formatPath,
  type HostFacts,
  type Path,
  type Resolved,
  startsWith,
} from '../core.ts'
import type { OwnText, TextKind, VmDocument } from '../document/vm-document.ts'
import { whenWanted } from '../load/index.ts'
import { vmDocument } from '../store.ts'
import { translatedFindings, translatedFix } from '../words/index.ts'
import { heldBack, noteDrawn, noteNotDrawn, whenReleased } from './held-back.ts'
import { ownText, whenOwnTextsAreWritten } from './own-texts.ts'
import { renderer } from './render-worker.ts'
import type { OutputText, Rendered } from './rendered-types.ts'
import { receivedOf } from './sent-rendering.ts'
import { type Failure, findingOf, type RenderTrouble, whyNot } from './trouble.ts'

interface RenderedState {
  readonly rendered: Rendered
  /** Grows with each rendering; 0 until the first one. */
  readonly revision: number
  /** The findings of each path, as text. */
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>
  /** Why the present design is not drawn; what is rendered is then of an earlier one, or nothing at all. */
  readonly trouble: RenderTrouble | undefined
  /** True when the present design has been drawn for longer than a person takes for at once. */
  readonly isLate: boolean
}

/** A design with the host that it is for. */
type ForHost = Pick<VmDocument, 'design' | 'host'>
/** The texts that the person wrote of a design. */
type OwnTexts = Pick<VmDocument, 'xmlDocument' | 'specDocument'>

/** Nobody waits for a design that has been changed since: it has only this long. */
const supersededSeconds = 1
const lateMs = 400

/** What the worker has now. */
let asked: (ForHost & OwnTexts) | undefined
/** What is rendered, as the worker wrote it, and the texts that it is brought into. */
let canonical: Rendered | undefined
let ownTexts: OwnTexts | undefined
let isWaiting = false
/** How many places show the command by hand, or wait for it. */
let byHandWanted = 0
let settled: (() => void)[] = []

export const renderedStore = createStore<RenderedState>()(() => {
  const { design, host } = vmDocument.store.getState()
  return {
    rendered: notYetRendered(design, host),
    revision: 0,
    findingsAt: new Map(),
    trouble: undefined,
    isLate: false,
  }
})

/** What is shown until the renderers are loaded: nothing is written, nothing is found. */
function notYetRendered(design: Design, host: HostFacts | undefined): Rendered {
  const resolved: Resolved = {
    design,
    host: host ?? {},
    paths: { stateDir: '', disk: '', seed: '', nvram: '' },
    target: 'libvirt',
    domain: {},
    notes: [],
    guestWords: [],
    origins: [],
    findings: [],
    directories: [],
    newDisks: [],
    installation: undefined,
  }
  const nothing = { text: '' }
  return {
    design,
    host,
    resolved,
    resolvedForQemu: resolved,
    xml: nothing,
    byHand: undefined,
    argv: nothing,
    shell: nothing,
    explained: nothing,
    yaml: nothing,
    cloudInit: [],
    answers: [],
    kept: [],
    added: [],
    everyFinding: [],
    findings: [],
  }
}

function isPresent({ design, host }: ForHost): boolean {
  const now = vmDocument.store.getState()
  return now.design === design && now.host === host
}

function isOfNow(text: OutputText | undefined): boolean {
  return text !== undefined && text.isOld !== true
}

function isRendered(): boolean {
  const { rendered, revision, trouble } = renderedStore.getState()
  const isWhole = byHandWanted === 0 || isOfNow(rendered.byHand)
  return revision > 0 && trouble === undefined && isPresent(rendered) && isWhole
}

async function render(): Promise<void> {
  isWaiting = false
  const { design, host, xmlDocument, specDocument } = vmDocument.store.getState()
  if (asked !== undefined) {
    if (!isPresent(asked)) renderer.hurry(supersededSeconds)
    return
  }
  if (heldBack(design) !== undefined) return
  if (isRendered()) {
    ownTexts = { xmlDocument, specDocument }
    renderTextsAgain()
  } else {
    asked = { design, host, xmlDocument, specDocument }
    performance.mark('render-start')
    const late = setTimeout(() => renderedStore.setState({ isLate: true }), lateMs)
    const outcome = await renderer.ask('render', { design, host, withByHand: byHandWanted > 0 })
    clearTimeout(late)
    const isWanted = isPresent(asked)
    asked = undefined
    if (outcome.kind === 'done')
      show(inWords(receivedOf(outcome.answer, design, host, canonical)), { xmlDocument, specDocument })
    else if (isWanted) giveUp(outcome, { design, host })
    // The design was changed since, or the command by hand is wanted since.
    if (!isWanted || (outcome.kind === 'done' && !isRendered())) {
      await render()
      return
    }
  }
  const all = settled
  settled = []
  for (const resolve of all) resolve()
}

function show(written: Rendered, own: OwnTexts): void {
  const before = renderedStore.getState()
  // A keystroke seldom changes what is found: the list stays the same object then, and nothing of it is drawn anew.
  const { everyFinding, findings } = before.rendered
  const isFoundAgain =
    before.revision > 0 &&
    sameFindings(written.everyFinding, everyFinding) &&
    sameFindings(written.findings, findings)
  const withFindings = isFoundAgain ? { ...written, everyFinding, findings } : written
  const now = { ...withFindings, byHand: written.byHand ?? outdated(before.rendered.byHand) }
  canonical = now
  ownTexts = own
  renderedStore.setState({
    rendered: withOwnTexts(now, own, before.rendered),
    revision: before.revision + 1,
    findingsAt: isFoundAgain ? before.findingsAt : byPath(now.findings),
    trouble: undefined,
    isLate: false,
  })
  performance.measure('render', 'render-start')
  noteDrawn(now.design)
}

/** What was found and filled in, in the language of the page. */
function inWords(written: Rendered): Rendered {
  const { everyFinding, findings, safeFix } = written
  return {
    ...written,
    everyFinding: translatedFindings(everyFinding),
    findings: translatedFindings(findings),
    safeFix: safeFix === undefined ? undefined : translatedFix(safeFix),
  }
}

/** The text stays to be looked at until the one of now is there. */
function outdated(text: OutputText | undefined): OutputText | undefined {
  return text === undefined ? undefined : { ...text, isOld: true }
}

function giveUp(failure: Failure, { design, host }: ForHost): void {
  const trouble: RenderTrouble = { kind: failure.kind, design, host, why: whyNot(failure) }
  const findings = [findingOf(trouble)]
  const { rendered } = renderedStore.getState()
  renderedStore.setState({
    // What was found before was found in another design: its fixes would change the wrong thing.
    rendered: { ...rendered, everyFinding: findings, findings, safeFix: undefined },
    findingsAt: byPath(findings),
    trouble,
    isLate: false,
  })
  noteNotDrawn(trouble)
}

/** Tries once more to draw the present design. */
export function renderAgain(): void {
  void render()
}

/**
 * Waits until the outputs say what the document says.
 *
 * @returns why they don't, when the present design can't be drawn
 */
export async function whenWritten(): Promise<RenderTrouble | undefined> {
  for (;;) {
    const { design, host } = vmDocument.store.getState()
    const held = heldBack(design)
    if (held !== undefined) return { kind: 'failed', design, host, why: held.why }
    const { trouble } = renderedStore.getState()
    const isSettled = asked === undefined && !isWaiting && (isRendered() || (trouble && isPresent(trouble)))
    if (!isSettled) {
      const end = new Promise<void>((resolve) => settled.push(resolve))
      // Nobody may have wanted anything yet.
      if (asked === undefined && !isWaiting) void render()
      await end
    } else if (trouble !== undefined) return trouble
    else {
      await whenOwnTextsAreWritten()
      if (isRendered()) return undefined
    }
  }
}

/** The XML and the YAML that a person wrote or opened are their texts with what changed since, comments and all. */
function withOwnTexts(now: Rendered, { specDocument, xmlDocument }: OwnTexts, before: Rendered): Rendered {
  const written = (kind: TextKind, own: OwnText | undefined) =>
    own === undefined
      ? now[kind]
      : (ownText(kind, own, now.design, now.host, now[kind], renderTextsAgain) ?? before[kind])
  const xml = written('xml', xmlDocument)
  const yaml = written('yaml', specDocument)
  return xml === now.xml && yaml === now.yaml ? now : { ...now, xml, yaml }
}

function renderTextsAgain(): void {
  if (canonical === undefined || ownTexts === undefined) return
  const { rendered, revision } = renderedStore.getState()
  const { xml, yaml } = withOwnTexts(canonical, ownTexts, rendered)
  if (xml !== rendered.xml || yaml !== rendered.yaml)
    renderedStore.setState({ rendered: { ...rendered, xml, yaml }, revision: revision + 1 })
}

function sameFindings(some: readonly Finding[], others: readonly Finding[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]
      return (
        other !== undefined &&
        one.code === other.code &&
        one.target === other.target &&
        one.message === other.message &&
        formatPath(one.path) === formatPath(other.path) &&
        JSON.stringify(one.fix) === JSON.stringify(other.fix)
      )
    })
  )
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const at = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = formatPath(finding.path)
    const there = at.get(key)
    if (there) there.push(finding)
    else at.set(key, [finding])
  }
  return at
}

/**
 * Renders the document, as soon as anything of it is wanted, and then each change of it; several changes of one task are
 * rendered once.
 */
export function followDocument(): () => void {
  void whenWanted().then(() => {
    if (!isRendered()) void render()
  })
  const stopHeld = whenReleased(renderAgain)
  const stop = vmDocument.store.subscribe((state, before) => {
    const isSame =
      state.design === before.design &&
      state.host === before.host &&
      state.specDocument === before.specDocument &&
      state.xmlDocument === before.xmlDocument
    if (isWaiting || isSame) return
    isWaiting = true
    queueMicrotask(() => void render())
  })
  return () => {
    stop()
    stopHeld()
  }
}

/** Asks for the command by hand, with every rendering until what is returned is called. */
export function wantByHand(): () => void {
  byHandWanted += 1
  if (!isRendered()) void render()
  return () => {
    byHandWanted -= 1
  }
}

/** Waits as `whenWritten` does, for the command by hand, too. */
export async function whenWrittenByHand(): Promise<RenderTrouble | undefined> {
  const stop = wantByHand()
  try {
    return await whenWritten()
  } finally {
    stop()
  }
}

export function useRendered<T>(select: (rendered: Rendered) => T): T {
  return useStore(renderedStore, (state) => select(state.rendered))
}

/** Why the present design is not drawn; undefined when it is. */
export function useTrouble(): RenderTrouble | undefined {
  return useStore(renderedStore, (state) => state.trouble)
}

/** True when drawing the present design takes a while. */
export function useIsLate(): boolean {
  return useStore(renderedStore, (state) => state.isLate)
}

/** False until the first rendering: nothing can be said then of what is filled in or found. */
export function useIsRendered(): boolean {
  return useStore(renderedStore, ({ revision }) => revision > 0)
}

export function useRevision(): number {
  return useStore(renderedStore, (state) => state.revision)
}

/** The worst finding at exactly this path. */
export function useFindingAt(path: Path): Finding | undefined {
  const key = formatPath(path)
  return useStore(renderedStore, (state) => state.findingsAt.get(key)?.[0])
}

/** How many findings of each severity are at or below any of the paths; undefined when none is. */
export function findingsBelow(
  findings: readonly Finding[],
  paths: readonly Path[],
): FindingCounts | undefined {
  const below = findings.filter(({ path }) => paths.some((prefix) => startsWith(path, prefix)))
  return below.length === 0 ? undefined : countFindings(below)
}
