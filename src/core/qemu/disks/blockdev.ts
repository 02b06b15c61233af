/** One block node as `-blockdev` says it: as text, or as JSON where only that will do. */
import type { Path } from '../../finding.ts'
import type { Build } from '../build/index.ts'
import { jsonOptions } from '../words/json-options.ts'
import { merged, type Pairs } from '../words/options.ts'
import { emit, emitPairs } from '../writing/index.ts'

/** One `-blockdev`. */
export function blockdev(build: Build, path: Path, ...groups: readonly (Pairs | undefined)[]): void {
  emitPairs(build, '-blockdev', path, '', ...groups)
}

/** The same for an image that has nothing below, which only JSON can say. */
export function blockdevOverNothing(
  build: Build,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  emit(build, '-blockdev', path, jsonOptions({ ...merged(groups), backing: null }))
}
