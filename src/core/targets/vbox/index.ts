/** The door of vbox/: VMs of VirtualBox, read. */
import { desktopTarget } from '../desktop/index.ts'
import { readVbox } from './read.ts'

export { readVboxHardware } from './read.ts'

export const vbox = desktopTarget(
  'vbox',
  'A .vbox of VirtualBox.',
  'an element VirtualBox with a Machine in it',
  readVbox,
)
