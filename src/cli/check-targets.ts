/** What `check` can be asked about. */
import { type FindingTarget, findingTargets } from '../core/index.ts'

/** What `check` speaks of: the design as such and one target, or all that every design has. */
export type CheckTarget = FindingTarget | 'all'

export const checkTargets: readonly CheckTarget[] = [...findingTargets, 'all']
