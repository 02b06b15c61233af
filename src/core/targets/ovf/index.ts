/** The door of ovf/: appliances, read. */
import { desktopTarget } from '../desktop/index.ts'
import { readOvf } from './read.ts'

export const ovf = desktopTarget(
  'ovf',
  'An .ovf, or the .ova that it is packed in.',
  'an envelope with a VirtualSystem in it',
  readOvf,
)
