/** The door of quickemu/: VMs of quickemu, read. */
import { desktopTarget } from '../desktop/index.ts'
import { readQuickemu } from './read.ts'

export const quickemu = desktopTarget(
  'quickemu',
  'A .conf of quickemu.',
  'lines such as disk_img="debian/disk.qcow2"',
  readQuickemu,
)
