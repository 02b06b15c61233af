/** A disk that a distribution's own installer fills: what goes into it, and how it boots, is the person's to say. */

import type { Finding } from '../finding.ts'
import type { Design } from '../spec/index.ts'
import { word } from './shell-words.ts'

/** Lines of create.sh behind `disk=`: with the disk in its place the script goes on. */
export function bootstrapRecipe({ spec: { source } }: Design): string {
  const why = `This script makes no disk with ${source?.builder ?? 'a builder'}. Make it yourself, with a boot loader, and run this again. It is missing: `
  return `[ -e "$disk" ] || fail ${word(why)}"$disk"
say "The disk is there already: $disk"
`
}

/** Says before what create.sh will say. */
export function recipeFindings({ spec: { source } }: Design): Finding[] {
  if (source?.kind !== 'bootstrap') return []
  const message = `create.sh of the bundle makes no disk with ${source.builder ?? 'a builder'}. Make the disk yourself; create.sh then does all the rest.`
  const path = ['source', 'builder']
  return [{ code: 'bundle.no-recipe', severity: 'warning', path, message, target: 'bundle' }]
}
