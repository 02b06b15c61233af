/** What the host's versions mean for words that a version brought. */
import { compareVersions } from '../../host/index.ts'

/** Whether a version is known and newer than another: its words may be more than those of the tables. */
export function isNewerThan(version: string | undefined, other: string): boolean {
  return version !== undefined && compareVersions(version, other) > 0
}
