import { type ComponentType, lazy } from 'react'
import { t } from '../words/index.ts'
import { restoreStyles } from './styles.ts'

/** Something of the page did not come: the connection is gone, or a newer version has taken its place. */
export class LoadError extends Error {
  constructor(cause: unknown) {
    super(t`it could not be loaded`, { cause })
    this.name = 'LoadError'
  }
}

/** What did not come, each with what makes it be asked for again. */
const failed = new Set<() => void>()

/**
 * A component that is loaded when it is first drawn. Wants a Suspense and a Boundary around it: one that did not come is
 * asked for again when the boundary's Retry is pressed, unlike with React's `lazy`.
 */
export function loadable<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const make = (failedBefore?: unknown) =>
    lazy(async () => {
      try {
        if (failedBefore !== undefined) await restoreStyles(failedBefore)
        return { default: await load() }
      } catch (cause) {
        failed.add(() => {
          Loaded = make(cause)
        })
        throw new LoadError(cause)
      }
    })
  let Loaded = make()
  return function Loadable(props: P) {
    return <Loaded {...props} />
  }
}

/** Everything that did not come is asked for again when it is drawn next. */
export function forgetFailures(): void {
  for (const forget of failed) forget()
  failed.clear()
}
