import type { Disk } from '../../domain/index.ts'

/** What stands behind a device. */
export interface DiskData {
  readonly disk: Disk
  readonly driver?: Disk['driver']
  readonly device?: Disk['device']
  readonly readonly?: boolean | undefined
  readonly direct?: boolean | undefined
  readonly noFlush?: boolean | undefined
}
