import { useEffect, useState } from 'react'
import type { Design, HostFacts } from './core.ts'
import { useVmDocument } from './store.ts'
import type { Outcome } from './workers/index.ts'

/** Asks a worker about a text, for a design on a host. */
type Ask<T> = (text: string, design: Design, host: HostFacts | undefined) => Promise<Outcome<T>>

/** Typing rests this long before the text is looked at. */
const pauseMs = 200

/**
 * The answer to a pasted text as it rests, for the design as it is now; undefined before the first one.
 *
 * @param ask the same function each time
 */
export function usePastedAnswer<T>(text: string, ask: Ask<T>): Outcome<T> | undefined {
  const design = useVmDocument((state) => state.design)
  const host = useVmDocument((state) => state.host)
  const [outcome, setOutcome] = useState<Outcome<T>>()
  useEffect(() => {
    if (text.trim() === '') return
    let isGone = false
    const timer = setTimeout(async () => {
      const next = await ask(text, design, host)
      if (!isGone) setOutcome(next)
    }, pauseMs)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [text, ask, design, host])
  return text.trim() === '' ? undefined : outcome
}
