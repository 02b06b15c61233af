import { type ComponentType, Suspense } from 'react'
import { SpecForm } from './form/index.ts'
import { Boundary, loadable } from './load/index.ts'
import { partById, parts } from './parts.ts'
import { useVmDocument } from './store.ts'
import { t } from './words/index.ts'

interface PanelModule {
  readonly Panel: ComponentType
}

/** The folder below panels/ that is named as a part exports the component `Panel`. */
const modules = import.meta.glob<PanelModule>('./panels/*/index.tsx')
const panels: ReadonlyMap<string, ComponentType> = new Map(
  Object.entries(modules).map(([file, load]) => [
    file.split('/').at(-2) ?? '',
    loadable(async () => (await load()).Panel),
  ]),
)

/** The page of the part that is open. */
export function PartView() {
  const id = useVmDocument((state) => state.selection.part)
  const part = partById(id) ?? parts[0]
  const Panel = panels.get(part?.id ?? '')
  if (part === undefined || Panel === undefined) return null
  return (
    <Boundary key={part.id} what={t`The part ${part.title}`}>
      <SpecForm>
        <Suspense>
          <Panel />
        </Suspense>
      </SpecForm>
    </Boundary>
  )
}
