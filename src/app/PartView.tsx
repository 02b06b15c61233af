import { type ComponentType, Suspense } from 'react'
import { SpecForm } from './form/index.ts'
import { Boundary, loadable } from './load/index.ts'
import { partById, parts } from './parts.ts'
import { useVmDocument } from './store.ts'

interface PanelModule {
  readonly Panel: ComponentType
}

/** A folder below panels/ named as a part exports the component `Panel`, which takes the place of the generic one. */
const modules = import.meta.glob<PanelModule>('./panels/*/index.tsx')
const panels: ReadonlyMap<string, ComponentType> = new Map(
  Object.entries(modules).map(([file, load]) => [
    file.split('/').at(-2) ?? '',
    loadable(async () => (await load()).Panel),
  ]),
)

const GenericPanel = loadable(async () => (await import('./GenericPanel.tsx')).GenericPanel)

/** The page of the part that is open. */
export function PartView() {
  const id = useVmDocument((state) => state.selection.part)
  const part = partById(id) ?? parts[0]
  if (part === undefined) return null
  const Panel = panels.get(part.id)
  return (
    <Boundary key={part.id} what={`The part ${part.title}`}>
      <SpecForm>
        <Suspense>{Panel === undefined ? <GenericPanel part={part} /> : <Panel />}</Suspense>
      </SpecForm>
    </Boundary>
  )
}
