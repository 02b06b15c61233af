import type { Path } from '../core.ts'
import { useFindingAt } from '../render/index.ts'
import type { SpecPath } from '../spec-path.ts'
import { useSpecValue } from '../store.ts'
import type { FieldProps } from '../ui/index.ts'
import { fieldAt } from './field-at.ts'
import { useIsEdited } from './SpecForm.tsx'

export type Standing = Pick<FieldProps, 'changed' | 'edited' | 'error' | 'warning'> & {
  /** What was found that is neither. */
  readonly advice: string | undefined
}

/** How a field of the design stands: whether it is the default, as it was when the form was opened, and right. */
export function useStanding(path: SpecPath): Standing {
  return useStandingOf(path, useSpecValue(path), fieldAt(path)?.meta.default)
}

/** The same for one whose value and default are known. */
export function useStandingOf(path: Path, value: unknown, unset: unknown): Standing {
  const finding = useFindingAt(path)
  const said = (severity: string) => (finding?.severity === severity ? finding.message : undefined)
  return {
    changed: value !== undefined && value !== unset,
    edited: useIsEdited(path, value),
    error: said('error'),
    warning: said('warning'),
    advice: said('advice'),
  }
}
