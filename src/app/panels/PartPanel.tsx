import type { ReactNode } from 'react'
import { formatPath, type Path, startsWith } from '../core.ts'
import { fieldAt, SpecField } from '../form/index.ts'
import { PartPage, Section } from '../layout/index.ts'
import { partById } from '../parts.ts'
import type { SpecPath } from '../spec-path.ts'
import { FieldGroup } from '../ui/index.ts'

export interface PartPanelProps {
  /** The id of the part, see parts.ts. */
  readonly id: string
  /** What the panel has a place for; every other field of the part comes last, drawn from its table. */
  readonly shows: readonly SpecPath[]
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The page of a part with the title and the purpose that the rail knows. Nothing of the part is missing. */
export function PartPanel({ id, shows, actions, children }: PartPanelProps) {
  const part = partById(id)
  const others = (part?.paths ?? []).filter((path) => !shows.some((shown) => startsWith(path, shown)))
  return (
    <PartPage title={part?.title ?? id} purpose={part?.purpose ?? ''} actions={actions}>
      {children}
      {others.length > 0 && <Others paths={others} />}
    </PartPage>
  )
}

function Others({ paths }: { readonly paths: readonly SpecPath[] }) {
  const isNested = (path: Path) => {
    const kind = fieldAt(path)?.field.kind
    return kind === 'child' || kind === 'list' || kind === 'entriesList'
  }
  const single = paths.filter((path) => !isNested(path))
  return (
    <Section>
      {single.length > 0 && (
        <FieldGroup>
          {single.map((path) => (
            <SpecField key={formatPath(path)} path={path} />
          ))}
        </FieldGroup>
      )}
      {paths.filter(isNested).map((path) => (
        <SpecField key={formatPath(path)} path={path} />
      ))}
    </Section>
  )
}
