import { useDeferredValue, useMemo, useState } from 'react'
import { countFindings } from './core.ts'
import { findSettings, settings } from './find-setting.ts'
import { goToSpecPath } from './go.ts'
import { Rail, type RailPart } from './layout/index.ts'
import { partOf, parts } from './parts.ts'
import { useRendered } from './render/index.ts'
import { useVmDocument, vmDocument } from './store.ts'

/** The machine in words, and the search for a setting. */
export function RailView() {
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const found = useMemo(() => findSettings(wanted), [wanted])
  const current = useVmDocument((state) => state.selection.part)
  const { design, resolved, findings } = useRendered((rendered) => rendered)
  const listed = parts.map((part): RailPart => {
    // Each finding is in one part, so that the rail has as many as the list.
    const found = findings.filter(({ path }) => partOf(path) === part)
    return {
      id: part.id,
      icon: part.icon,
      title: part.title,
      summary: part.sentence(design, resolved),
      count: part.count?.(design, resolved) || undefined,
      findings: found.length === 0 ? undefined : countFindings(found),
    }
  })
  return (
    <Rail
      parts={listed}
      current={current}
      onSelect={vmDocument.selectPart}
      query={query}
      onQuery={setQuery}
      results={found}
      bestResult={() => findSettings(query)[0]?.id}
      onResult={(id) => {
        const setting = settings().find((one) => one.id === id)
        if (setting !== undefined) goToSpecPath(setting.path)
        setQuery('')
      }}
    />
  )
}
