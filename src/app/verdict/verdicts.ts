/** The verdicts on the design, asked of the worker when it has been left alone for a moment: nobody waits for them. */
import { useEffect, useRef, useState } from 'react'
import type { StartVerdict } from '../core.ts'
import { renderedStore, renderer, useRevision } from '../render/index.ts'

const pauseMs = 1500
/** Nobody is writing yet: only the outputs come before it. */
const firstPauseMs = 100

/** Undefined until the first ones are there; those of the design before stay while a change is being thought about. */
export function useStartVerdicts(): readonly StartVerdict[] | undefined {
  const revision = useRevision()
  const [verdicts, setVerdicts] = useState<readonly StartVerdict[]>()
  const hasSome = useRef(false)
  useEffect(() => {
    if (revision === 0) return
    let isWanted = true
    const timer = setTimeout(
      async () => {
        const { design, host } = renderedStore.getState().rendered
        const outcome = await renderer.ask('willItStart', { design, host })
        if (!isWanted || outcome.kind !== 'done') return
        hasSome.current = true
        setVerdicts(outcome.answer)
      },
      hasSome.current ? pauseMs : firstPauseMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [revision])
  return verdicts
}
