import { useDeferredValue, useMemo, useState } from 'react'
import { countFindings, type Finding } from './core.ts'
import { Rail, type RailPart } from './layout/index.ts'
import { attempt } from './load/index.ts'
import { type Part, partOf, parts } from './parts.ts'
import { useIsRendered, useRendered } from './render/index.ts'
import type { Found } from './search/index.ts'
import { useVmDocument, vmDocument } from './store.ts'
import { announce } from './ui/index.ts'
import { t } from './words/index.ts'

/** Loaded when somebody looks for something. */
type Search = typeof import('./search/index.ts')

const loadSearch = async (): Promise<Search> => await import('./search/index.ts')

/** The machine in words, and the search for a setting and all else. */
export function RailView() {
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const [search, setSearch] = useState<Search>()
  const results = useMemo(() => search?.find(wanted), [search, wanted])
  const current = useVmDocument((state) => state.selection.part)
  const { design, resolved, findings } = useRendered((rendered) => rendered)
  const isKnown = useIsRendered()
  // Each finding is in one part, so that the rail has as many as the list.
  const found = useMemo(() => byPart(findings), [findings])
  const listed = parts.map((part): RailPart => {
    const here = found.get(part)
    return {
      id: part.id,
      icon: part.icon,
      title: part.title,
      // What is filled in is not known before: "none" would be a guess.
      summary: isKnown ? part.sentence(design, resolved) : '…',
      count: part.count?.(design, resolved) || undefined,
      findings: here && countFindings(here),
    }
  })
  const take = ({ disabledReason, go }: Found) => {
    if (disabledReason !== undefined) {
      announce(disabledReason)
      return
    }
    setQuery('')
    go()
  }
  const goToFirst = async () => {
    const [first] = (await loadSearch()).find(query)
    if (first !== undefined) take(first)
  }
  return (
    <Rail
      parts={listed}
      current={current}
      onSelect={vmDocument.selectPart}
      query={query}
      onQuery={setQuery}
      results={results}
      onResult={(id) => {
        const found = results?.find((one) => one.id === id)
        if (found !== undefined) take(found)
      }}
      onFirst={() => void attempt(t`The search`, goToFirst)}
      onSearch={() => void attempt(t`The search`, async () => setSearch(await loadSearch()))}
    />
  )
}

function byPart(findings: readonly Finding[]): ReadonlyMap<Part | undefined, readonly Finding[]> {
  const found = new Map<Part | undefined, Finding[]>()
  for (const finding of findings) {
    const part = partOf(finding.path)
    const there = found.get(part)
    if (there === undefined) found.set(part, [finding])
    else there.push(finding)
  }
  return found
}
