import { DeviceListEditor, fieldAt, type PlacedField, SpecField, SpecGroup } from './form/index.ts'
import { PartPage, Section } from './layout/index.ts'
import { type Part, placedElsewhere } from './parts.ts'
import { FieldGroup } from './ui/index.ts'

/** Every field of a part in the order of its ways, drawn from the tables alone. */
export function GenericPanel({ part }: { readonly part: Part }) {
  const placed = part.paths.flatMap((path) => fieldAt(path) ?? [])
  const isSingle = ({ field }: PlacedField) => field.kind !== 'child' && field.kind !== 'list'
  return (
    <PartPage title={part.title} purpose={part.purpose}>
      {placed.map((one, index) => {
        if (!isSingle(one)) return <NestedSection key={one.path.join('.')} part={part} placed={one} />
        const before = placed[index - 1]
        if (before !== undefined && isSingle(before)) return null
        // Single fields that follow each other are one group.
        const end = placed.findIndex((other, at) => at > index && !isSingle(other))
        return (
          <Section key={one.path.join('.')}>
            <FieldGroup>
              {placed.slice(index, end === -1 ? undefined : end).map(({ path }) => (
                <SpecField key={path.join('.')} path={path} />
              ))}
            </FieldGroup>
          </Section>
        )
      })}
    </PartPage>
  )
}

function NestedSection({ part, placed }: { readonly part: Part; readonly placed: PlacedField }) {
  const { path, field, label, meta } = placed
  return (
    <Section title={label} about={meta.help}>
      {field.kind === 'list' ? (
        <DeviceListEditor listPath={path} />
      ) : (
        <SpecGroup path={path} omit={placedElsewhere(part, path)} />
      )}
    </Section>
  )
}
