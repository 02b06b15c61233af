import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function always, which calls the one of the last drawing: for what is not drawn anew for another callback. */
export function useLatest<A extends readonly unknown[]>(
  perform: (...given: A) => void,
): (...given: A) => void {
  const latest = useRef(perform)
  useLayoutEffect(() => {
    latest.current = perform
  })
  return useCallback((...given: A) => latest.current(...given), [])
}
