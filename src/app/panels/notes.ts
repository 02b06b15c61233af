/** What is filled in where the author says nothing, as a line under the field. */

import { type Domain, formatPath, type Path } from '../core.ts'
import { useRendered } from '../render/index.ts'
import type { StepsIn } from '../spec-path.ts'
import { t, translated } from '../words/index.ts'

/** What was filled in at exactly this path of the Domain, and why; undefined when nothing was. */
export function useFilledIn<const P extends Path>(domainPath: P & StepsIn<Domain, P>): string | undefined {
  const wanted = formatPath(domainPath)
  return useRendered(({ resolved }) => {
    const note = resolved.notes.find(({ path }) => formatPath(path) === wanted)
    return note === undefined ? undefined : t`Filled in: ${translated(note.what)}. ${translated(note.why)}`
  })
}
