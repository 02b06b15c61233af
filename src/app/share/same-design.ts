/** Import this file lazily: it brings the writer of vm.yml along. */
import { designToPlain } from '../../core/spec/write-spec.ts'
import type { Design } from '../core.ts'

/** Two designs say the same: whatever the order of their keys, and whether defaults are said or not. */
export function sameDesign(one: Design, other: Design): boolean {
  return one === other || JSON.stringify(designToPlain(one)) === JSON.stringify(designToPlain(other))
}
