import { useDeferredValue, useMemo, useState } from 'react'
import { findSettings } from './find-setting.ts'
import { goToSpecPath } from './go.ts'
import { Rail, type RailPart } from './layout/index.ts'
import { parts } from './parts.ts'
import { findingsBelow, useRendered } from './render/index.ts'
import { useVmDocument, vmDocument } from './store.ts'

/** The machine in words, and the search for a setting. */
export function RailView() {
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const found = useMemo(() => findSettings(wanted), [wanted])
  const current = useVmDocument((state) => state.selection.part)
  const { design, resolved, findings } = useRendered((rendered) => rendered)
  const listed = parts.map(
    (part): RailPart => ({
      id: part.id,
      icon: part.icon,
      title: part.title,
      summary: part.sentence(design, resolved),
      count: part.count?.(design) || undefined,
      findings: findingsBelow(findings, part.paths),
    }),
  )
  return (
    <Rail
      parts={listed}
      current={current}
      onSelect={vmDocument.selectPart}
      query={query}
      onQuery={setQuery}
      results={found}
      onResult={(id) => {
        const setting = found.find((one) => one.id === id)
        if (setting !== undefined) goToSpecPath(setting.path)
        setQuery('')
      }}
    />
  )
}
