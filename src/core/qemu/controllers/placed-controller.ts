import type { Controller } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'

/** One controller and where it stands in the Domain. */
export interface PlacedController {
  readonly controller: Controller
  readonly index: number
  /** What others call it. */
  readonly id: string
  readonly path: Path
}
