/** What is done when a button is pressed or a file is dropped, and needs something loaded first. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { Failure } from './Failure.tsx'
import { restoreStyles } from './styles.ts'

interface Failed {
  readonly what: string
  readonly error: unknown
  readonly again: () => void
}

const store = createStore<{ readonly failed: Failed | undefined }>()(() => ({ failed: undefined }))

/**
 * Does something that may fail; then the page says so and offers to try again. Never rejects.
 *
 * @param what what would be missing, as a sentence begins with it: 'The reader of files'
 */
export async function attempt(what: string, perform: () => Promise<void>): Promise<void> {
  await attemptAgain(what, perform, undefined)
}

async function attemptAgain(
  what: string,
  perform: () => Promise<void>,
  failedBefore: unknown,
): Promise<void> {
  if (store.getState().failed?.what === what) store.setState({ failed: undefined })
  try {
    if (failedBefore !== undefined) await restoreStyles(failedBefore)
    await perform()
  } catch (error) {
    store.setState({ failed: { what, error, again: () => void attemptAgain(what, perform, error) } })
  }
}

/** The last attempt that failed, until it is tried again or put away. */
export function FailedAttempt() {
  const failed = useStore(store, (state) => state.failed)
  if (failed === undefined) return null
  const { what, error, again } = failed
  const close = () => store.setState({ failed: undefined })
  return <Failure what={what} error={error} shape="bar" onRetry={again} onClose={close} />
}
