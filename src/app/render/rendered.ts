/** What is rendered from the document now, kept up to date within the task of each change. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Design, type Finding, formatPath, type HostFacts, type Path, type Resolved } from '../core.ts'
import { startsWith } from '../edit.ts'
import { type OwnText, type TextKind, vmDocument } from '../store.ts'
import { ownText } from './own-texts.ts'
import type { renderAll } from './render-all.ts'
import type { Rendered } from './rendered-types.ts'

interface RenderedState {
  readonly rendered: Rendered
  /** Grows with each rendering; 0 until the first one. */
  readonly revision: number
  /** The findings of each path, as text. */
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>
}

type RenderAll = typeof renderAll

let renderNow: RenderAll | undefined
let isWaiting = false

export const renderedStore = createStore<RenderedState>()(() => {
  const { design, host } = vmDocument.store.getState()
  return { rendered: notYetRendered(design, host), revision: 0, findingsAt: new Map() }
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
    origins: [],
    findings: [],
    directories: [],
  }
  const nothing = { text: '' }
  return {
    design,
    host,
    resolved,
    resolvedForQemu: resolved,
    xml: nothing,
    argv: nothing,
    shell: nothing,
    explained: nothing,
    yaml: nothing,
    cloudInit: [],
    kept: [],
    findings: [],
  }
}

function render(): void {
  isWaiting = false
  if (renderNow === undefined) return
  const before = renderedStore.getState()
  const { design, host } = vmDocument.store.getState()
  performance.mark('render-start')
  const now = withOwnTexts(renderNow(design, host), before.rendered)
  // A keystroke seldom changes what is found: the list stays the same object then, and nothing of it is drawn anew.
  const isFoundAgain = before.revision > 0 && sameFindings(now.findings, before.rendered.findings)
  renderedStore.setState({
    rendered: isFoundAgain ? { ...now, findings: before.rendered.findings } : now,
    revision: before.revision + 1,
    findingsAt: isFoundAgain ? before.findingsAt : byPath(now.findings),
  })
  performance.measure('render', 'render-start')
}

/** The XML and the YAML that a person wrote or opened are their texts with what changed since, comments and all. */
function withOwnTexts(now: Rendered, before: Rendered): Rendered {
  const { specDocument, xmlDocument } = vmDocument.store.getState()
  const written = (kind: TextKind, own: OwnText | undefined) =>
    own === undefined
      ? now[kind]
      : (ownText(kind, own, now.design, now.host, renderTextsAgain) ?? before[kind])
  const xml = written('xml', xmlDocument)
  const yaml = written('yaml', specDocument)
  return xml === now.xml && yaml === now.yaml ? now : { ...now, xml, yaml }
}

function renderTextsAgain(): void {
  const { rendered, revision } = renderedStore.getState()
  const now = withOwnTexts(rendered, rendered)
  if (now !== rendered) renderedStore.setState({ rendered: now, revision: revision + 1 })
}

function sameFindings(some: readonly Finding[], others: readonly Finding[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]
      return (
        other !== undefined &&
        one.code === other.code &&
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
 * Loads the renderers, then renders after each change of the document; several changes of one task are rendered once.
 */
export function followDocument(): () => void {
  void loadRenderers().then(render)
  return vmDocument.store.subscribe((state, before) => {
    const isSame =
      state.design === before.design &&
      state.host === before.host &&
      state.specDocument === before.specDocument &&
      state.xmlDocument === before.xmlDocument
    if (isWaiting || isSame) return
    isWaiting = true
    queueMicrotask(render)
  })
}

/** The function that renders, for what is not the document: a design that a link brings. */
export async function loadRenderers(): Promise<RenderAll> {
  const { renderAll } = await import('./render-all.ts')
  renderNow = renderAll
  return renderAll
}

export function useRendered<T>(select: (rendered: Rendered) => T): T {
  return useStore(renderedStore, (state) => select(state.rendered))
}

export function useRevision(): number {
  return useStore(renderedStore, (state) => state.revision)
}

/** The worst finding at exactly this path. */
export function useFindingAt(path: Path): Finding | undefined {
  const key = formatPath(path)
  return useStore(renderedStore, (state) => state.findingsAt.get(key)?.[0])
}

/** The worst severity among the findings at or below any of the paths, and how many there are. */
export function findingsBelow(
  findings: readonly Finding[],
  paths: readonly Path[],
): { readonly severity: Finding['severity']; readonly count: number } | undefined {
  const below = findings.filter(({ path }) => paths.some((prefix) => startsWith(path, prefix)))
  const worst = below[0]
  return worst === undefined ? undefined : { severity: worst.severity, count: below.length }
}
