/** What a Domain says that is no business of QEMU's. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { domainDecisions } from './domain-decisions.ts'

export interface QuietPlace {
  /** In the Domain. */
  readonly path: Path
  /** Why the command line has no word for it, as a sentence. */
  readonly why: string
}

/** All that the command line leaves out without a finding, since only libvirt has a use for it. */
export function quietPlaces(domain: Domain): readonly QuietPlace[] {
  return below(domain, domainDecisions, [])
}

function below(held: unknown, decision: unknown, path: Path): QuietPlace[] {
  if (held === undefined || !isRecord(decision)) return []
  if (decision['mark'] === 'quiet') return [{ path, why: String(decision['why']) }]
  if (decision['mark'] !== undefined) return []
  if (Array.isArray(held)) return held.flatMap((item, index) => below(item, decision, [...path, index]))
  if (!isRecord(held)) return []
  return Object.entries(held).flatMap(([key, value]) => below(value, ownValue(decision, key), [...path, key]))
}
