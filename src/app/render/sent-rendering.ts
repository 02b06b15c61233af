/**
 * What the worker sends of a rendering. Copying costs the page time with each keystroke, and most of a rendering is that
 * of the keystroke before: the places of the lines, the origins, the notes, the host. Those are sent once.
 */
import { ownValue } from '../../core/text/index.ts'
import { type Design, type HostFacts, isRecord, type Resolved } from '../core.ts'
import type { OutputText, Rendered } from './rendered-types.ts'

/** Stands for what is as in the rendering that was sent before by the same worker. */
const same = 'same'
type Same = typeof same

type Texts = 'xml' | 'argv' | 'shell' | 'explained'
type Resolutions = 'resolved' | 'resolvedForQemu'

interface SentText extends Omit<OutputText, 'lines'> {
  readonly lines: OutputText['lines'] | Same
}

interface SentResolved extends Omit<Resolved, 'design' | Steady> {
  readonly steady: Pick<Resolved, Steady> | Same
}

/** What seldom changes of what is resolved. */
type Steady = 'host' | 'notes' | 'origins'

export type SentRendering = Omit<Rendered, 'design' | 'host' | Texts | Resolutions> &
  Readonly<Record<Texts, SentText>> &
  Readonly<Record<Resolutions, SentResolved>>

/** On the side of the worker: the design and the host are left out too, since who asked has them. */
export function sentOf(rendered: Rendered, before: Rendered | undefined): SentRendering {
  const { design: _, host: __, ...rest } = rendered
  const text = (key: Texts): SentText => {
    const { lines } = rendered[key]
    return {
      ...rendered[key],
      lines: before !== undefined && isSame(lines, before[key].lines) ? same : lines,
    }
  }
  const resolved = (key: Resolutions): SentResolved => {
    const { design: _, host, notes, origins, ...others } = rendered[key]
    const steady = { host, notes, origins }
    const { [key]: last } = before ?? {}
    const isSteady =
      last !== undefined && isSame(steady, { host: last.host, notes: last.notes, origins: last.origins })
    return { ...others, steady: isSteady ? same : steady }
  }
  return {
    ...rest,
    xml: text('xml'),
    argv: text('argv'),
    shell: text('shell'),
    explained: text('explained'),
    resolved: resolved('resolved'),
    resolvedForQemu: resolved('resolvedForQemu'),
  }
}

/** On the side of the page: the rendering, with what is as before taken from there. */
export function receivedOf(
  sent: SentRendering,
  design: Design,
  host: HostFacts | undefined,
  before: Rendered | undefined,
): Rendered {
  const last = (): Rendered => {
    if (before === undefined) throw new Error('the first rendering of a worker is sent whole')
    return before
  }
  const text = (key: Texts): OutputText => {
    const { lines } = sent[key]
    return { ...sent[key], lines: lines === same ? last()[key].lines : lines }
  }
  const resolved = (key: Resolutions): Resolved => {
    const { steady, ...others } = sent[key]
    const { host: facts, notes, origins } = steady === same ? last()[key] : steady
    return { ...others, design, host: facts, notes, origins }
  }
  return {
    ...sent,
    design,
    host,
    xml: text('xml'),
    argv: text('argv'),
    shell: text('shell'),
    explained: text('explained'),
    resolved: resolved('resolved'),
    resolvedForQemu: resolved('resolvedForQemu'),
  }
}

/** Two values that are the same data. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (!isRecord(one) || !isRecord(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(ownValue(one, key), ownValue(other, key)))
  )
}
