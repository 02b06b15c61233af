/** Takes what a text says about the host. Brings all its readers along: import this file lazily. */
import { readHostText } from '../core.ts'
import { hostSourcesOf, type ReadHost } from '../host-sources.ts'
import { vmDocument } from '../store.ts'

/**
 * Adds what a text says to what is known about the host.
 *
 * @param file the name of the file, undefined for what was pasted
 * @returns the new sources; with none of them, what is wrong with the text
 */
export function takeHostText(text: string, file: string | undefined): ReadHost {
  const read = hostSourcesOf(readHostText(text), file, Date.now())
  if (read.sources.length > 0) vmDocument.addHostSources(read.sources)
  return read
}

/** What was read, for a line that says so: `lspci -nnk: 14 functions; lscpu: 16 CPUs`. */
export function hostInWords({ sources }: ReadHost): string {
  return sources.map(({ title, summary }) => `${title}: ${summary}`).join('; ')
}
