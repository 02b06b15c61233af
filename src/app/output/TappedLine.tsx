import type { Path } from '../core.ts'
import { fieldAt } from '../form/index.ts'
import { goToSpecPath } from '../go.ts'
import { partOf } from '../parts.ts'
import { Button } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** The field of the line that a finger has tapped, with the way to it: the output lies over the form there. */
export function TappedLine({ path }: { readonly path: Path }) {
  const part = partOf(path)
  if (part === undefined) return null
  const label = fieldAt(path)?.label
  return (
    <div className="tapped-line" role="status">
      <span>{label === undefined ? part.title : `${part.title}: ${label}`}</span>
      <Button size="small" onPress={() => goToSpecPath(path)}>
        {t`Go to field`}
      </Button>
    </div>
  )
}
