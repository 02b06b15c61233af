/** A design in one line, as the rail says it. What is drawn for it comes from a worker of its own. */

import { useEffect, useState } from 'react'
import type { Design, HostFacts } from '../core.ts'
import type { KeptDesign } from '../keep/kept-list.ts'
import { parts } from '../parts.ts'
import { type ApartRenderer, renderDesigns } from '../render/index.ts'
import { none } from '../sentence-words.ts'
import { useVmDocument } from '../store.ts'

/** Those that tell one machine from another at a glance. */
const told: ReadonlySet<string> = new Set([
  'source',
  'cpu',
  'memory',
  'disks',
  'network',
  'displays',
  'hostdevs',
  'shares',
])

/** By the text of the design; for one host. */
const lines = new Map<string, string>()
let ofHost: HostFacts | undefined

/** The line of each design, by its text, as far as they are known; the others follow one by one. */
export function useRailLines(designs: readonly KeptDesign[]): ReadonlyMap<string, string> {
  const host = useVmDocument((state) => state.host)
  const [, setCount] = useState(0)
  useEffect(() => {
    let isGone = false
    const drawn = renderDesigns()
    if (host !== ofHost) lines.clear()
    ofHost = host
    const draw = async () => {
      for (const { text, read } of designs) {
        if (isGone) return
        if (read.kind !== 'work' || lines.has(text)) continue
        const line = await lineOf(drawn, read.work.design, host)
        if (line !== undefined) lines.set(text, line)
        if (!isGone) setCount((count) => count + 1)
      }
    }
    void draw()
    return () => {
      isGone = true
      drawn.end()
    }
  }, [designs, host])
  return lines
}

async function lineOf(
  drawn: ApartRenderer,
  design: Design,
  host: HostFacts | undefined,
): Promise<string | undefined> {
  const outcome = await drawn.draw(design, host)
  if (outcome.kind !== 'done') return undefined
  const { resolved } = outcome.answer
  return parts
    .filter(({ id }) => told.has(id))
    .map((part) => part.sentence(design, resolved))
    .filter((sentence) => sentence !== none)
    .join(' · ')
}
