/** The file of what belongs to nobody's namespace. */
import type { UnknownRecord } from '../../../table/index.ts'
import type { TargetText } from '../../target.ts'
import { documentsText } from '../../yaml/documents.ts'

/** @returns no file where there is nothing to do */
export function administratorFile(objects: readonly UnknownRecord[]): readonly TargetText[] {
  if (objects.length === 0) return []
  const { text } = documentsText(
    objects,
    () => [],
    'For the administrator of the cluster. Lists of the KubeVirt object replace those that are there: add to them.',
  )
  return [
    {
      name: 'administrator.yaml',
      about: 'what the administrator allows and makes before',
      language: 'yaml',
      text,
    },
  ]
}
