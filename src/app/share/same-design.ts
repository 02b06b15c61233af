/** Import this file lazily: it brings the writer of vm.yml along. */

import type { SetTable } from '../../core/set/set.ts'
import { writeTable } from '../../core/set/write-table.ts'
import { designToPlain } from '../../core/spec/write-spec.ts'
import type { Design } from '../core.ts'

/** Two designs say the same: whatever the order of their keys, and whether defaults are said or not. */
export function sameDesign(one: Design, other: Design): boolean {
  return one === other || JSON.stringify(designToPlain(one)) === JSON.stringify(designToPlain(other))
}

/** Two tables say the same: what a row leaves out at its end is empty. */
export function sameTable(one: SetTable | undefined, other: SetTable | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && writeTable(one) === writeTable(other))
}
