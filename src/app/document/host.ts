/** What is known about the host: what was read, and what was typed, which goes first. */
import type { HostFacts } from '../core.ts'
import { type HostSource, hostOf, withSources } from '../host-sources.ts'
import type { History } from './history.ts'

/** What changes what is known about the host; nothing of it is a step of undo. */
export function hostFactsOf({ store }: History) {
  const facts = {
    /** What is typed about the host; undefined forgets it. */
    setHost(hostTyped: HostFacts | undefined): void {
      const { hostSources } = store.getState()
      store.setState({ hostTyped, host: hostOf(hostSources, hostTyped).host })
    },

    /** Adds what texts say about the host. */
    addHostSources(more: readonly HostSource[]): void {
      facts.setHostSources(withSources(store.getState().hostSources, more))
    },

    /** Exactly these texts about the host, and what was typed. */
    setHostSources(hostSources: readonly HostSource[]): void {
      const { hostTyped } = store.getState()
      store.setState({ hostSources, host: hostOf(hostSources, hostTyped).host })
    },
  }
  return facts
}
