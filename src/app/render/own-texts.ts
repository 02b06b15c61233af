/** The person's own texts with the design in them: written by the worker, and kept so that undo shows them at once. */
import type { Design, HostFacts } from '../core.ts'
import type { OwnText, TextKind } from '../document/vm-document.ts'
import { isGivenUp, runTextJob } from '../texts/index.ts'
import type { OutputText } from './rendered-types.ts'

interface Written {
  readonly own: OwnText
  readonly host: HostFacts | undefined
  readonly output: OutputText
}

type Kept = WeakMap<Design, Written>

const kept: Readonly<Record<TextKind, Kept>> = { xml: new WeakMap(), yaml: new WeakMap() }
const inWork = new Set<TextKind>()
let waiting: (() => void)[] = []

/**
 * The text with the design in it.
 *
 * @param canonical the text as it is written anew: shown when the person's own can't be followed
 * @param again called when a text is there that was not: whatever is asked for by then is asked for once more
 * @returns undefined when it takes a moment
 */
export function ownText(
  kind: TextKind,
  own: OwnText,
  design: Design,
  host: HostFacts | undefined,
  canonical: OutputText,
  again: () => void,
): OutputText | undefined {
  const known = kept[kind].get(design)
  if (known?.own === own && known.host === host) return known.output
  const asIs = own.design === design
  // One at a time: what was asked for meanwhile is long past when its turn comes.
  if (!inWork.has(kind)) {
    inWork.add(kind)
    void write(kind, own, design, host, asIs).then((written) => {
      const output = written ?? (asIs ? { text: own.text } : { ...canonical, isRewritten: true })
      kept[kind].set(design, { own, host, output })
      inWork.delete(kind)
      again()
      if (inWork.size > 0) return
      const all = waiting
      waiting = []
      for (const resolve of all) resolve()
    })
  }
  return asIs ? { text: own.text } : undefined
}

async function write(
  kind: TextKind,
  { text, vm }: OwnText,
  design: Design,
  host: HostFacts | undefined,
  asIs: boolean,
): Promise<OutputText | undefined> {
  if (kind === 'yaml' && asIs) return { text }
  const written =
    kind === 'xml'
      ? await runTextJob('write-xml', { text, design, host, asIs })
      : await runTextJob('write-yaml', { text, vm, design })
  return isGivenUp(written) ? undefined : written
}

/** Resolves when every text says what the design says. */
export function whenOwnTextsAreWritten(): Promise<void> {
  return inWork.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))
}
