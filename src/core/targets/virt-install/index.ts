/** The door of virt-install/: commands of virt-install 5. */
import { beginsVirtInstall } from '../../text/index.ts'
import type { Target } from '../target.ts'
import { readVirtInstall } from './read.ts'
import { writeVirtInstall } from './write.ts'

export const virtInstall = {
  id: 'virt-install',
  about: 'A command of virt-install 5, which defines the VM and starts it.',
  engine: 'libvirt',
  writer: { options: {}, write: writeVirtInstall },
  reader: { fits: beginsVirtInstall, read: readVirtInstall },
} as const satisfies Target
