/** Questions about the set of the page, asked anew when the design, the table or the host is another one. */
import { useEffect, useState } from 'react'
import type { SetTable } from '../../core/set/set.ts'
import { useVmDocument } from '../store.ts'
import type { Outcome } from '../workers/index.ts'
import type { SetForHost } from './set-jobs.ts'

/** Typing rests this long before the table is looked at. */
const pauseMs = 250

/** An answer, and the table that it is about. */
export interface SetAnswer<T> {
  readonly outcome: Outcome<T>
  readonly table: SetTable
}

/**
 * The answer for the set as it rests: the last one stays until the next is there. While one is worked out nothing is
 * asked; then the newest is.
 *
 * @param ask the same function each time; another one is another question
 */
export function useSetAnswer<T>(ask: (set: SetForHost) => Promise<Outcome<T>>): SetAnswer<T> | undefined {
  const design = useVmDocument((state) => state.design)
  const table = useVmDocument((state) => state.table)
  const host = useVmDocument((state) => state.host)
  const [held, setHeld] = useState<{ readonly ask: typeof ask; readonly answer: SetAnswer<T> }>()
  const [isAtWork, setIsAtWork] = useState(false)
  const [done, setDone] = useState<readonly unknown[]>()
  useEffect(() => {
    const wanted = [ask, design, table, host]
    const isDone = wanted.every((one, index) => one === done?.[index])
    if (table === undefined || isAtWork || isDone) return
    const timer = setTimeout(async () => {
      setIsAtWork(true)
      const outcome = await ask({ design, table, host })
      setHeld({ ask, answer: { outcome, table } })
      setDone(wanted)
      setIsAtWork(false)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [ask, design, table, host, isAtWork, done])
  return table === undefined || held?.ask !== ask ? undefined : held.answer
}
